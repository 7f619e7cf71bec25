using System;
using Nf.Firmware.Money;
using Nf.Firmware.Text;
using Nf.Firmware.Time;

namespace Nf.Firmware.Host;

/// <summary>The answer to one command, built field by field. The same object serves every answer in turn.</summary>
/// <remarks>
/// <code>answer.Ok(); answer.AddNumber(slip); answer.Tab(); answer.AddAmount(total); answer.Tab();</code>
/// </remarks>
public sealed class DatecsAnswer
{
    /// <summary>
    /// Largest DATA. The public manual says 218 bytes; a journal line with every control byte escaped needs more,
    /// and hosts read by LEN.
    /// </summary>
    public const int MaxData = FrameBytes.MaxData;

    private readonly byte[] _digits = new byte[DecimalText.MaxLength];

    /// <summary>DATA so far.</summary>
    public byte[] Data { get; } = new byte[MaxData];

    /// <summary>How many bytes of <see cref="Data"/> are in use.</summary>
    public int Length { get; private set; }

    /// <summary>Sets status bit 0.1 in this answer: there is no such command. DATA stays empty.</summary>
    public bool UnknownCommand { get; set; }

    /// <summary>Sets status bit 0.0 in this answer: the command's fields are wrong.</summary>
    public bool SyntaxError { get; set; }

    /// <summary>Sets status bit 1.1 in this answer: the command is not permitted now.</summary>
    public bool NotPermitted { get; set; }

    /// <summary>Sets status bit 1.0 in this answer: a sum would not fit.</summary>
    public bool Overflow { get; set; }

    /// <summary>The answer is a refusal that has more to say than its number.</summary>
    public bool IsWholeRefusal { get; private set; }

    /// <summary>Empty DATA, no bits.</summary>
    public void Clear()
    {
        Length = 0;
        UnknownCommand = false;
        SyntaxError = false;
        NotPermitted = false;
        Overflow = false;
        IsWholeRefusal = false;
    }

    /// <summary>Starts the answer of a command that was carried out: "0" and TAB, nothing else.</summary>
    public void Ok()
    {
        Length = 0;
        AddNumber(0);
        Tab();
    }

    /// <summary>The whole answer of a command that was refused: the error's number and TAB.</summary>
    public void Error(int code)
    {
        Length = 0;
        AddNumber(code);
        Tab();
    }

    /// <summary>Starts a refusal that goes on after the error's number and TAB.</summary>
    public void Refuse(int code)
    {
        Error(code);
        IsWholeRefusal = true;
    }

    /// <summary>Adds ASCII text of the firmware's own; a TAB in it separates fields.</summary>
    /// <exception cref="InvalidOperationException">DATA is full.</exception>
    public void Add(string ascii)
    {
        byte[] data = Data;
        int at = Grow(ascii.Length);
        for (int i = 0; i < ascii.Length; i++) data[at + i] = (byte)ascii[i];
    }

    /// <summary>Adds the firmware's own Romanian text, in the host's code page.</summary>
    /// <exception cref="InvalidOperationException">DATA is full.</exception>
    public void AddText(string text)
    {
        for (int i = 0; i < text.Length; i++) Put(HostText.Encode(Latin16.FromUnicode(text[i])));
    }

    /// <summary>Adds text of the core, in the host's code page.</summary>
    /// <exception cref="InvalidOperationException">DATA is full.</exception>
    public void AddLatin(byte[] latin16) => AddLatin(latin16, 0, latin16.Length);

    /// <summary>Adds text that somebody entered, in the host's code page; control bytes in it are escaped.</summary>
    /// <exception cref="InvalidOperationException">DATA is full.</exception>
    public void Add(byte[] text, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
        {
            bool control = text[i] < FrameBytes.FirstPrintable;
            if (control) Put(FrameBytes.Escape);
            Put(control ? (byte)(text[i] + FrameBytes.EscapeOffset) : text[i]);
        }
    }

    /// <summary>Adds part of a text of the core, in the host's code page.</summary>
    /// <exception cref="InvalidOperationException">DATA is full.</exception>
    public void AddLatin(byte[] latin16, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++) Put(HostText.Encode(latin16[i]));
    }

    /// <summary>Adds a quantity of thousandths with three decimals: 1500 is "1.500".</summary>
    public void AddQuantity(long thousandths) => AddDigits(thousandths, 3);

    /// <summary>Adds an amount of bani as lei with two decimals: 1050 is "10.50".</summary>
    public void AddAmount(long bani) => AddDigits(bani, 2);

    /// <summary>Adds a whole number.</summary>
    public void AddNumber(long number) => AddDigits(number, 0);

    /// <summary>Adds a moment: DD-MM-YY hh:mm:ss.</summary>
    /// <param name="seconds">Civil time, seconds since 2000.</param>
    public void AddMoment(long seconds)
    {
        int length = CivilTime.WriteShortDate(_digits, 0, seconds);
        _digits[length++] = (byte)' ';
        length += CivilTime.WriteTime(_digits, length, seconds);
        Array.Copy(_digits, 0, Data, Grow(length), length);
    }

    /// <summary>Adds a moment, with " DST" behind it in summer time.</summary>
    public void AddMoment(long seconds, bool isSummerTime)
    {
        AddMoment(seconds);
        if (isSummerTime) Add(" DST");
    }

    /// <summary>Ends a field.</summary>
    public void Tab() => Put(FrameBytes.Tab);

    private void AddDigits(long number, int decimals)
    {
        int start = DecimalText.Write(_digits, DecimalText.MaxLength, number, decimals);
        int count = DecimalText.MaxLength - start;
        Array.Copy(_digits, start, Data, Grow(count), count);
    }

    private void Put(byte b) => Data[Grow(1)] = b;

    // Makes room for so many bytes and tells where.
    private int Grow(int count)
    {
        int at = Length;
        if (count > MaxData - at) throw new InvalidOperationException("the answer is longer than its frame");
        Length = at + count;
        return at;
    }
}
