using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Checks;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Supervision;

/// <summary>The last fault that stopped the firmware, and how many there were: kept in the working memory's first 256 bytes.</summary>
/// <remarks>
/// Two slots, the older of which is written over in one write with a check at its end: a cut leaves the record before.
/// docs/reference/working-memory.md is the written form.
/// </remarks>
public sealed class FaultLog
{
    /// <summary>Characters kept of an exception's type.</summary>
    public const int MaxType = 40;

    /// <summary>Characters kept of its message.</summary>
    public const int MaxMessage = 58;

    /// <summary>Faults in a row are counted up to here.</summary>
    public const int MaxInARow = 255;

    private const int SlotSize = 0x80;
    private const int CheckAt = SlotSize - 4;
    private const int Mark = 0x4646;
    private const int TypeAt = 24;
    private const int MessageAt = TypeAt + 1 + MaxType;

    private readonly IWorkingMemory _memory;
    private readonly byte[] _slot = new byte[SlotSize];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;
    private long _sequence;

    /// <summary>Reads what is kept.</summary>
    /// <param name="memory">The working memory; one that is not connected holds no fault and takes none.</param>
    public FaultLog(IWorkingMemory memory)
    {
        _memory = memory;
        _writer = new ByteWriter(_slot);
        _reader = new ByteReader(_slot);
        for (int slot = 0; slot < 2; slot++)
            if (Holds(slot)) Take();
    }

    /// <summary>Faults since the register was made.</summary>
    public long Total { get; private set; }

    /// <summary>Faults since the register last worked for a while.</summary>
    public int InARow { get; private set; }

    /// <summary>The last one came before the first turn of the loop.</summary>
    public bool AtStart { get; private set; }

    /// <summary>When, in seconds since 2000; 0 when the clock could not be read.</summary>
    public long Moment { get; private set; }

    /// <summary>How long after switching on, milliseconds.</summary>
    public long Uptime { get; private set; }

    /// <summary>The exception's type; empty without a fault.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The exception's message.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Records a fault; false when the memory did not take it.</summary>
    public bool Add(string type, string message, bool atStart, long moment, long uptime)
    {
        Total++;
        if (InARow < MaxInARow) InARow++;
        AtStart = atStart;
        Moment = moment;
        Uptime = uptime;
        Type = Cut(type, MaxType);
        Message = Cut(message, MaxMessage);
        return Write();
    }

    /// <summary>The register has worked for a while: faults in a row are counted from none again.</summary>
    public void EndRow()
    {
        if (InARow == 0) return;
        InARow = 0;
        Write();
    }

    private bool Holds(int slot)
    {
        if (_memory.Capacity == 0 || _memory.Read(WorkingLayout.Faults + slot * SlotSize, _slot, 0, SlotSize) != DeviceResult.Ok) return false;
        _reader.Seek(CheckAt);
        if (_reader.U32() != MemoryCheck.Of(_slot, 0, CheckAt)) return false;
        _reader.Seek(0);
        return _reader.U16() == Mark && _reader.U32() > _sequence;
    }

    private void Take()
    {
        _reader.Seek(2);
        _sequence = _reader.U32();
        Total = _reader.U32();
        InARow = _reader.U8();
        AtStart = _reader.U8() != 0;
        Moment = _reader.U32();
        Uptime = _reader.I64();
        Type = TextAt(TypeAt, MaxType);
        Message = TextAt(MessageAt, MaxMessage);
    }

    private bool Write()
    {
        Array.Clear(_slot, 0, SlotSize);
        _sequence++;
        _writer.Seek(0);
        _writer.U16(Mark);
        _writer.U32(_sequence);
        _writer.U32(Total);
        _writer.U8(InARow);
        _writer.U8(AtStart ? 1 : 0);
        _writer.U32(Moment);
        _writer.I64(Uptime);
        Put(TypeAt, Type);
        Put(MessageAt, Message);
        _writer.Seek(CheckAt);
        _writer.U32(MemoryCheck.Of(_slot, 0, CheckAt));
        if (_memory.Capacity == 0) return false;
        int slot = (_sequence & 1) == 0 ? 1 : 0;
        return _memory.Write(WorkingLayout.Faults + slot * SlotSize, _slot, 0, SlotSize) == DeviceResult.Ok;
    }

    private void Put(int at, string text)
    {
        _slot[at] = (byte)text.Length;
        for (int i = 0; i < text.Length; i++) _slot[at + 1 + i] = (byte)text[i];
    }

    private string TextAt(int at, int longest)
    {
        int length = _slot[at] < longest ? _slot[at] : longest;
        var text = new char[length];
        for (int i = 0; i < length; i++) text[i] = (char)_slot[at + 1 + i];
        return new string(text);
    }

    /// <summary>The text's end, which tells more than its beginning, in printable ASCII.</summary>
    private static string Cut(string text, int longest)
    {
        if (text == null) return "";
        int length = text.Length < longest ? text.Length : longest;
        int first = text.Length - length;
        var cut = new char[length];
        for (int i = 0; i < length; i++)
        {
            char letter = text[first + i];
            cut[i] = letter >= ' ' && letter <= '~' ? letter : '?';
        }

        return new string(cut);
    }
}
