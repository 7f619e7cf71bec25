using Nf.Firmware.Bytes;
using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.WorkingMemory;

/// <summary>Keeps the working state in two slots: a commit writes the older one whole, and is decided by its check.</summary>
public sealed class StateStore
{
    private const int Magic = 0x4657;
    private const int FormatVersion = 3;
    private const int HeaderLength = 10;
    private const int CheckLength = 4;

    private readonly IWorkingMemory _memory;
    private readonly WorkingState _state;
    private readonly byte[] _slot = new byte[WorkingLayout.SlotSize];
    private readonly byte[] _probe = new byte[2];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;

    public StateStore(IWorkingMemory memory, WorkingState state)
    {
        _memory = memory;
        _state = state;
        _writer = new ByteWriter(_slot);
        _reader = new ByteReader(_slot);
    }

    /// <summary>Number of the newest commit; each commit's is one more than the one before.</summary>
    internal long Sequence { get; private set; }

    /// <summary>The commit that failed, until the next start; None when all went well.</summary>
    public FiscalError Failure { get; private set; }

    /// <summary>
    /// Reads the newest state. <see cref="FiscalError.WorkingMemoryLost"/> when neither slot holds one, which is how a
    /// memory that was never used looks, too.
    /// </summary>
    public FiscalError Load()
    {
        if (_memory.Capacity < WorkingLayout.MinCapacity) return FiscalError.WorkingMemoryFailed;
        long a = ReadSlot(WorkingLayout.SlotA);
        long b = ReadSlot(WorkingLayout.SlotB);
        if (a == 0 && b == 0) return FiscalError.WorkingMemoryLost;
        bool newestIsA = a > b;
        if (newestIsA) ReadSlot(WorkingLayout.SlotA);
        Sequence = newestIsA ? a : b;
        _reader.Seek(HeaderLength);
        _state.Load(_reader);
        return FiscalError.None;
    }

    /// <summary>The state can no longer be committed: the memory failed on the way to it.</summary>
    public FiscalError Fail() => Failure = FiscalError.WorkingMemoryFailed;

    /// <summary>The memory is there: one read of two bytes.</summary>
    public bool Answers() => _memory.Read(WorkingLayout.SlotA, _probe, 0, _probe.Length) == DeviceResult.Ok;

    /// <summary>Writes the state over the older slot. When it returns None, this state is what a restart finds.</summary>
    public FiscalError Commit()
    {
        Sequence++;
        _writer.Seek(0);
        _writer.U16(Magic);
        _writer.U16(FormatVersion);
        _writer.U32(Sequence);
        _writer.U16(0);
        _state.Save(_writer);
        int length = _writer.Position;
        _writer.Seek(HeaderLength - 2);
        _writer.U16(length);
        _writer.Seek(length);
        _writer.U32(Check(length));
        int address = (Sequence & 1) == 1 ? WorkingLayout.SlotA : WorkingLayout.SlotB;
        DeviceResult result = _memory.Write(address, _slot, 0, length + CheckLength);
        return result == DeviceResult.Ok ? Failure : Fail();
    }

    // The slot's sequence number, 0 when the slot holds no whole state.
    private long ReadSlot(int address)
    {
        if (_memory.Read(address, _slot, 0, HeaderLength) != DeviceResult.Ok) return 0;
        _reader.Seek(0);
        if (_reader.U16() != Magic || _reader.U16() != FormatVersion) return 0;
        long sequence = _reader.U32();
        int length = _reader.U16();
        if (length < HeaderLength || length > WorkingLayout.SlotSize - CheckLength) return 0;
        int rest = length + CheckLength - HeaderLength;
        if (_memory.Read(address + HeaderLength, _slot, HeaderLength, rest) != DeviceResult.Ok) return 0;
        _reader.Seek(length);
        return _reader.U32() == Check(length) ? sequence : 0;
    }

    private uint Check(int length) => MemoryCheck.Of(_slot, 0, length);
}
