using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>A customer display of two lines of 20 characters that speaks ESC/POS, after the Epson DM-D110.</summary>
/// <remarks>
/// It sends a line, whole, when it differs from what it sent before. The display is never asked anything, so one that was
/// unplugged and comes back shows each line again when it changes, and never parts of two texts.
/// <para>
/// Letters with a comma below are shown without it: a character has 5 x 7 dots, which a capital fills, so that there is no
/// room below to define them; and the page's own have a cedilla.
/// </para>
/// </remarks>
public sealed class Dm110Display : ICustomerDisplay
{
    private const int Rows = 2;
    private const int RowLength = 20;
    private const byte Blank = (byte)' ';
    private const byte UnitSeparator = 0x1F;

    // The start and both lines whole, each after its cursor command.
    private const int OutputCapacity = 64;

    // ESC @: defaults, screen cleared. ESC t 18: PC852. US C 0: no cursor. CLR: screen cleared, cursor home.
    private static readonly byte[] s_initialise =
    {
        0x1B, (byte)'@', 0x1B, (byte)'t', 18, UnitSeparator, (byte)'C', 0, 0x0C,
    };

    private readonly ISerialLine _line;
    private readonly OutputBuffer _output = new OutputBuffer(OutputCapacity);
    private readonly byte[] _wanted = new byte[Rows * RowLength];
    private readonly byte[] _shown = new byte[Rows * RowLength];
    private bool _changed;

    /// <summary>Takes the whole serial line; the first <see cref="Poll"/> clears the display.</summary>
    public Dm110Display(ISerialLine line)
    {
        _line = line;
        for (int i = 0; i < _wanted.Length; i++) _wanted[i] = _shown[i] = Blank;
        _output.Append(s_initialise, s_initialise.Length);
    }

    /// <inheritdoc/>
    public void Show(byte[] upper, int upperLength, byte[] lower, int lowerLength)
    {
        SetRow(0, upper, upperLength);
        SetRow(RowLength, lower, lowerLength);
        _changed = true;
    }

    /// <inheritdoc/>
    public void Poll()
    {
        if (_changed && _output.IsEmpty) SendChanges();
        _output.Flush(_line);
    }

    private void SetRow(int start, byte[] text, int count)
    {
        int end = start + RowLength;
        for (int i = 0; i < count && start < end;)
        {
            int length = Utf8.Length(text, i, count);
            _wanted[start++] = Pc852.FromUnicode(Utf8.CodePoint(text, i, length));
            i += length;
        }

        while (start < end) _wanted[start++] = Blank;
    }

    private void SendChanges()
    {
        for (int row = 0; row < Rows; row++) SendRow(row);
        _changed = false;
    }

    private void SendRow(int row)
    {
        int first = row * RowLength;
        int end = first + RowLength;
        int differs = first;
        while (differs < end && _wanted[differs] == _shown[differs]) differs++;
        if (differs == end) return;
        MoveCursor(row);
        for (int i = first; i < end; i++) _output.Append(_shown[i] = _wanted[i]);
    }

    // US $ x y: column 1, line 1 or 2.
    private void MoveCursor(int row)
    {
        _output.Append(UnitSeparator);
        _output.Append((byte)'$');
        _output.Append(1);
        _output.Append((byte)(row + 1));
    }
}
