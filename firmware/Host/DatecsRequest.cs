using Nf.Firmware.Checks;
using Nf.Firmware.Money;

namespace Nf.Firmware.Host;

/// <summary>One command as it came from the host. The same object serves every command in turn.</summary>
public sealed class DatecsRequest
{
    private readonly DataFields _fields = new DataFields();

    /// <summary>The command's number, 0..65535.</summary>
    public int Command { get; private set; }

    /// <summary>The number that the host chose for the frame, 20h..FFh.</summary>
    public byte Sequence { get; private set; }

    /// <summary>The frame's bytes as they came, 01h to 03h.</summary>
    public byte[] Frame { get; } = new byte[FrameBytes.MaxData + FrameBytes.RequestOverhead];

    /// <summary>How many bytes of <see cref="Frame"/> are in use.</summary>
    public int FrameLength { get; private set; }

    /// <summary>CRC-32 of the frame's bytes.</summary>
    public uint FrameCrc => Crc32.Finish(Crc32.Add(Crc32.Start, Frame, 0, FrameLength));

    /// <summary>DATA with its escapes undone; fields end with TAB.</summary>
    public byte[] Data => _fields.Data;

    /// <summary>How many bytes of <see cref="Data"/> are in use.</summary>
    public int DataLength => _fields.Length;

    /// <summary>Fields that came, empty ones too. A TAB follows each; the last may lack it.</summary>
    public int FieldCount => _fields.Count;

    /// <summary>DATA has no bare control bytes and no broken escapes.</summary>
    internal bool IsWellFormed { get; private set; }

    /// <summary>Where a field begins in <see cref="Data"/>.</summary>
    public int FieldOffset(int field) => _fields.Offset(field);

    /// <summary>Bytes of a field; 0 when it is empty or missing.</summary>
    public int FieldLength(int field) => _fields.LengthOf(field);

    /// <summary>The field is empty or missing.</summary>
    public bool IsEmpty(int field) => FieldLength(field) == 0;

    /// <summary>The field's first character; '\0' when it is empty or missing.</summary>
    public char FirstChar(int field) => IsEmpty(field) ? '\0' : (char)Data[FieldOffset(field)];

    /// <summary>The field is exactly this ASCII text.</summary>
    public bool FieldEquals(int field, string text)
    {
        if (FieldLength(field) != text.Length) return false;
        int offset = FieldOffset(field);
        for (int i = 0; i < text.Length; i++)
        {
            if (Data[offset + i] != text[i]) return false;
        }

        return true;
    }

    /// <summary>Reads a whole number within limits, both included.</summary>
    /// <returns>False when the field is empty, has anything but a minus and digits, or is out of range.</returns>
    public bool TryInteger(int field, long min, long max, out long value) =>
        TryDecimal(field, 0, long.MaxValue, out value) && value >= min && value <= max;

    /// <summary>Reads a number with a decimal point, in units of its last decimal: "1.5" with 2 decimals is 150.</summary>
    /// <param name="field">The field, from 0.</param>
    /// <param name="decimals">The most decimals that are accepted; fewer may come.</param>
    /// <param name="max">Largest size of the value, in the same units; the sign may be either.</param>
    /// <param name="value">The value; 0 when it could not be read.</param>
    /// <returns>False when the field is empty, is no number, has too many decimals, or is too large.</returns>
    public bool TryDecimal(int field, int decimals, long max, out long value) =>
        DecimalText.TryParse(Data, FieldOffset(field), FieldLength(field), decimals, max, out value);

    /// <summary>Takes the frame that now lies in <see cref="Frame"/>, whose form and sum are right.</summary>
    internal void Accept(int frameLength)
    {
        FrameLength = frameLength;
        Sequence = Frame[5];
        Command = FrameBytes.ReadWord(Frame, 6);
        IsWellFormed = _fields.Take(Frame, FrameBytes.DataOffset, frameLength - FrameBytes.RequestOverhead);
    }
}
