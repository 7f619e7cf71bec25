using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.WorkingMemory;

/// <summary>Small records that are written over in place, each whole or as it was, whatever cuts the power.</summary>
/// <remarks>
/// A write goes to the redo place first and then to the cell; a start writes once more what stands in the redo place.
/// A cell that was never written, or that the memory lost, reads as absent.
/// <code>if (!cells.Read(address, buffer, Length)) SetDefaults();</code>
/// </remarks>
public sealed class CellStore
{
    /// <summary>Bytes of the longest cell, its check not counted.</summary>
    public const int MaxLength = 192;

    /// <summary>Bytes that a cell takes beyond its contents.</summary>
    public const int Overhead = 4;

    private const int RedoHeader = 6;

    private readonly IWorkingMemory _memory;
    private readonly int _redoAddress;
    private readonly byte[] _redo = new byte[RedoHeader + MaxLength + 2 * Overhead];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;

    /// <param name="memory">Where the cells are.</param>
    /// <param name="redoAddress">Where the write that is under way is kept; 206 bytes.</param>
    public CellStore(IWorkingMemory memory, int redoAddress)
    {
        _memory = memory;
        _redoAddress = redoAddress;
        _writer = new ByteWriter(_redo);
        _reader = new ByteReader(_redo);
    }

    /// <summary>Finishes the write that a power cut interrupted. Once, at start, before anything is read.</summary>
    public FiscalError Recover()
    {
        if (_memory.Read(_redoAddress, _redo, 0, _redo.Length) != DeviceResult.Ok) return FiscalError.WorkingMemoryFailed;
        _reader.Seek(0);
        int address = (int)_reader.U32();
        int length = _reader.U16();
        if (length > MaxLength || !Holds(0, RedoHeader + length + Overhead)) return FiscalError.None;
        return WriteCell(address, length);
    }

    /// <summary>Reads a cell; false when it holds nothing, and then the buffer is of no use.</summary>
    public bool Read(int address, byte[] buffer, int length)
    {
        if (_memory.Read(address, _redo, RedoHeader, length + Overhead) != DeviceResult.Ok) return false;
        if (!Holds(RedoHeader, length)) return false;
        Array.Copy(_redo, RedoHeader, buffer, 0, length);
        return true;
    }

    /// <summary>Writes a cell. When it returns None, the cell reads back so after any restart.</summary>
    public FiscalError Write(int address, byte[] buffer, int length)
    {
        if (length > MaxLength) throw new ArgumentOutOfRangeException("length");
        _writer.Seek(0);
        _writer.U32(address);
        _writer.U16(length);
        _writer.Bytes(buffer, 0, length);
        _writer.U32(Check(RedoHeader, length));
        int redoLength = _writer.Position;
        _writer.U32(Check(0, redoLength));
        DeviceResult result = _memory.Write(_redoAddress, _redo, 0, redoLength + Overhead);
        return result == DeviceResult.Ok ? WriteCell(address, length) : FiscalError.WorkingMemoryFailed;
    }

    private FiscalError WriteCell(int address, int length)
    {
        DeviceResult result = _memory.Write(address, _redo, RedoHeader, length + Overhead);
        return result == DeviceResult.Ok ? FiscalError.None : FiscalError.WorkingMemoryFailed;
    }

    private bool Holds(int start, int length)
    {
        _reader.Seek(start + length);
        return _reader.U32() == Check(start, length);
    }

    private uint Check(int start, int length) => MemoryCheck.Of(_redo, start, length);
}
