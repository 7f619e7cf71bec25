using Nf.Firmware.Bytes;
using Nf.Firmware.Checks;
using Nf.Hal.Devices;

namespace Nf.Firmware.FiscalMemory;

/// <summary>A slot of the fiscal memory as read last, or as it will be programmed: a record, a void one, or nothing yet.</summary>
/// <remarks>
/// A record is its body with a CRC, programmed first, and a marker, programmed last: it counts only when the marker is
/// whole.
/// </remarks>
internal sealed class RecordSlot
{
    private readonly IFiscalMemory _memory;
    private readonly byte[] _bytes = new byte[RecordLayout.SlotSize];

    internal RecordSlot(IFiscalMemory memory) => _memory = memory;

    internal RecordKind Kind => (RecordKind)_bytes[RecordLayout.Kind];

    /// <summary>The time of the record, seconds since 2000.</summary>
    internal long Time { get; private set; }

    internal ByteReader Payload { get; private set; }

    /// <summary>Something was programmed here. Its first two bytes tell.</summary>
    internal bool IsUsed => _bytes[RecordLayout.Kind] != RecordLayout.Blank || _bytes[RecordLayout.Void] != RecordLayout.Blank;

    /// <summary>What stood here does not count.</summary>
    internal bool IsVoid => _bytes[RecordLayout.Void] != RecordLayout.Blank;

    internal bool HasMarker =>
        _bytes[RecordLayout.Marker] == RecordLayout.MarkerFirst && _bytes[RecordLayout.Marker + 1] == RecordLayout.MarkerSecond;

    /// <summary>Bytes of the record's payload.</summary>
    internal int PayloadLength => _bytes[RecordLayout.PayloadLength] | (_bytes[RecordLayout.PayloadLength + 1] << 8);

    /// <summary>Reads the record in a slot; false when the slot holds none that counts.</summary>
    internal bool Read(int slot)
    {
        int address = slot * RecordLayout.SlotSize;
        if (!ReadPart(address, 0, RecordLayout.Payload)) return false;
        int length = PayloadLength;
        if (IsVoid || length > RecordLayout.MaxPayload) return false;
        if (!ReadPart(address, RecordLayout.Payload, length + RecordLayout.CrcSize)) return false;
        if (!ReadPart(address, RecordLayout.Marker, RecordLayout.MarkerSize)) return false;
        if (!HasMarker || !CrcHolds(length)) return false;
        ByteReader reader = At(RecordLayout.Time);
        Time = reader.U32();
        reader.Seek(RecordLayout.Payload);
        Payload = reader;
        return true;
    }

    /// <summary>Reads the head of the record in a slot and nothing else; false for a void slot.</summary>
    internal bool ReadHead(int slot)
    {
        if (!ReadPart(slot * RecordLayout.SlotSize, 0, RecordLayout.Payload) || IsVoid) return false;
        Time = At(RecordLayout.Time).U32();
        return true;
    }

    /// <summary>Reads what tells whether a slot is used, and nothing else.</summary>
    internal bool ReadFirst(int slot) => _memory.Read(slot * RecordLayout.SlotSize, _bytes, 0, 2) == DeviceResult.Ok;

    /// <summary>Reads all bytes of a slot, whatever they are.</summary>
    internal bool ReadWhole(int slot) => ReadPart(slot * RecordLayout.SlotSize, 0, RecordLayout.SlotSize);

    /// <summary>No byte of a slot is programmed, or none can be read.</summary>
    internal bool IsBlank(int slot)
    {
        if (!ReadWhole(slot)) return true;
        for (int i = 0; i < RecordLayout.SlotSize; i++)
            if (_bytes[i] != RecordLayout.Blank) return false;
        return true;
    }

    /// <summary>Reads on from a field of the record.</summary>
    internal ByteReader At(int field)
    {
        var reader = new ByteReader(_bytes);
        reader.Seek(field);
        return reader;
    }

    /// <summary>The record has exactly this payload.</summary>
    internal bool Holds(byte[] payload, int length)
    {
        bool same = PayloadLength == length;
        for (int i = 0; i < length && same; i++) same = _bytes[RecordLayout.Payload + i] == payload[i];
        return same;
    }

    /// <summary>Begins a new record; what comes back stands where it tells of the records before it.</summary>
    internal ByteWriter Begin(RecordKind kind, int length)
    {
        for (int i = 0; i < _bytes.Length; i++) _bytes[i] = RecordLayout.Blank;
        _bytes[RecordLayout.Kind] = (byte)kind;
        _bytes[RecordLayout.FormatVersion] = RecordLayout.CurrentVersion;
        var writer = new ByteWriter(_bytes);
        writer.Seek(RecordLayout.PayloadLength);
        writer.U16(length);
        return writer;
    }

    /// <summary>Ends the record with its payload, CRC and marker.</summary>
    internal void End(ByteWriter writer, byte[] payload, int length)
    {
        writer.Seek(RecordLayout.Payload);
        writer.Bytes(payload, 0, length);
        writer.U32(Crc(length));
        _bytes[RecordLayout.Marker] = RecordLayout.MarkerFirst;
        _bytes[RecordLayout.Marker + 1] = RecordLayout.MarkerSecond;
    }

    /// <summary>Programs the record into a slot, page by page, the marker last.</summary>
    internal DeviceResult Program(int slot)
    {
        int address = slot * RecordLayout.SlotSize;
        int end = RecordLayout.Payload + PayloadLength + RecordLayout.CrcSize;
        int page = _memory.PageSize;
        for (int start = 0; start < end; start += page)
        {
            int count = end - start < page ? end - start : page;
            DeviceResult result = _memory.Program(address + start, _bytes, start, count);
            if (result != DeviceResult.Ok) return result;
        }

        return _memory.Program(address + RecordLayout.Marker, _bytes, RecordLayout.Marker, RecordLayout.MarkerSize);
    }

    /// <summary>Makes what stands in a slot not count, for ever.</summary>
    internal void MakeVoid(int slot)
    {
        _bytes[RecordLayout.Void] = 0;
        _memory.Program(slot * RecordLayout.SlotSize + RecordLayout.Void, _bytes, RecordLayout.Void, 1);
    }

    private bool ReadPart(int address, int start, int count) =>
        _memory.Read(address + start, _bytes, start, count) == DeviceResult.Ok;

    private uint Crc(int payloadLength) =>
        Crc32.Finish(Crc32.Add(Crc32.Start, _bytes, 0, RecordLayout.Payload + payloadLength));

    private bool CrcHolds(int payloadLength) => At(RecordLayout.Payload + payloadLength).U32() == Crc(payloadLength);
}
