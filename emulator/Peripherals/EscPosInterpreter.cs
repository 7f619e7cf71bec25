using System.Text;

namespace Nf.Emulator.Peripherals;

/// <summary>Understands the ESC/POS commands of a receipt printer, in standard mode, and tells the mechanism what to do.</summary>
internal sealed class EscPosInterpreter(int columns, IEscPosMechanism mechanism)
{
    private const byte Esc = 0x1B;
    private const byte Gs = 0x1D;
    private const byte Pc852Page = 18;

    private readonly List<byte> _command = [];
    private readonly StringBuilder _text = new();
    private readonly HashSet<byte> _userCharacters = [];
    private readonly EscPosQrCode _qrCode = new(mechanism);
    private readonly EscPosBarcode _barcode = new(mechanism, columns);
    private PaperStyle _textStyle;
    private PaperStyle _style;
    private PaperAlign _align;
    private byte _page;
    private bool _userCharactersSelected;

    /// <summary>Back to the state after power-on, the command that has only begun forgotten too.</summary>
    public void Reset()
    {
        _command.Clear();
        Initialise();
    }

    /// <summary>Takes the next byte of the receive buffer.</summary>
    public void Accept(byte value)
    {
        if (_command.Count == 0 && value is not (Esc or Gs))
        {
            AcceptPlain(value);
            return;
        }
        _command.Add(value);
        if (_command.Count < EscPosCommandLength.Of(_command)) return;
        byte[] command = [.. _command];
        _command.Clear();
        if (command[0] == Esc) ExecuteEsc(command);
        else ExecuteGs(command);
    }

    // User-defined characters and the stored QR code go too.
    private void Initialise()
    {
        _text.Clear();
        _textStyle = PaperStyle.None;
        _style = PaperStyle.None;
        _align = PaperAlign.Left;
        _page = 0;
        _userCharactersSelected = false;
        _userCharacters.Clear();
        _qrCode.Reset();
        _barcode.Reset();
    }

    private void AcceptPlain(byte value)
    {
        if (value == '\n') PrintText();
        else if (value >= 0x20) AddCharacter(value);
        else if (value is not (0 or (byte)'\r')) mechanism.Log($"control code {value:X2}h ignored");
    }

    private void AddCharacter(byte code)
    {
        if (_text.Length == columns) PrintText();
        _text.Append(Decode(code));
        _textStyle |= _style;
        if (_userCharactersSelected && _userCharacters.Contains(code)) _textStyle |= PaperStyle.Logotype;
    }

    private char Decode(byte code) => code < 0x80 || _page == Pc852Page ? Pc852Glyph.Of(code) : '\uFFFD';

    private void PrintText()
    {
        var dots = _textStyle.HasFlag(PaperStyle.Tall) ? EscPosTiming.TallLineDots : EscPosTiming.LineDots;
        mechanism.Queue(new PaperLine(_text.ToString(), _textStyle, _align), EscPosTiming.Feed(dots));
        _text.Clear();
        _textStyle = PaperStyle.None;
    }

    private void ExecuteEsc(byte[] command)
    {
        switch ((char)command[1])
        {
            case '@': Initialise(); break;
            case 't': SelectPage(command[2]); break;
            case 'E': SetStyle(PaperStyle.Bold, (command[2] & 1) != 0); break;
            case '-': SetStyle(PaperStyle.Underlined, command[2] is not (0 or (byte)'0')); break;
            case '%': _userCharactersSelected = (command[2] & 1) != 0; break;
            case '&': DefineUserCharacters(command); break;
            case 'a': SetAlign(command[2]); break;
            case 'd': FeedLines(command[2]); break;
            case 'J': FeedDots(command[2]); break;
            case 'p': mechanism.PulseDrawer(2 * command[3]); break;
            default: LogUnknown(command); break;
        }
    }

    private void ExecuteGs(byte[] command)
    {
        switch ((char)command[1])
        {
            case '!': SetSize(command); break;
            case '(' when command[2] == 'k': AtLineStart(command, () => _qrCode.Execute(command, _align)); break;
            case 'k': AtLineStart(command, () => _barcode.Print(command, _align)); break;
            case 'h': _barcode.HeightDots = command[2]; break;
            case 'w': _barcode.ModuleDots = command[2]; break;
            case 'V': AtLineStart(command, () => mechanism.Queue(PaperLine.Cut, EscPosTiming.Cut)); break;
            case 'r': mechanism.AnswerStatus(command[2]); break;
            default: LogUnknown(command); break;
        }
    }

    private void SelectPage(byte page)
    {
        _page = page;
        if (page != Pc852Page) mechanism.Log($"code page {page} is not modelled");
    }

    private void SetStyle(PaperStyle style, bool on) => _style = on ? _style | style : _style & ~style;

    // GS ! n: height in the low half, width in the high half, both less one.
    private void SetSize(byte[] command)
    {
        SetStyle(PaperStyle.Tall, (command[2] & 0x07) != 0);
        if ((command[2] & 0x70) != 0) LogUnknown(command);
    }

    private void DefineUserCharacters(byte[] command)
    {
        for (int code = command[3]; code <= command[4]; code++) _userCharacters.Add((byte)code);
    }

    private void SetAlign(byte n)
    {
        if (_text.Length > 0) mechanism.Log("ESC a ignored: not at the start of a line");
        else _align = (PaperAlign)(n % '0' % 3);
    }

    private void FeedLines(byte count)
    {
        if (count == 0) FeedDots(0);
        for (var i = 0; i < count; i++) PrintText();
    }

    private void FeedDots(byte dots)
    {
        if (_text.Length > 0) PrintText();
        mechanism.Queue(null, EscPosTiming.Feed(dots));
    }

    private void AtLineStart(byte[] command, Action action)
    {
        if (_text.Length == 0) action();
        else mechanism.Log($"{Convert.ToHexString(command)} ignored: not at the start of a line");
    }

    private void LogUnknown(byte[] command) => mechanism.Log($"command {Convert.ToHexString(command)} is not modelled");
}
