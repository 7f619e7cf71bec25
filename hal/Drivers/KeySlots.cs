using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Where keys lie in a memory: two places with two slots each, of which a whole mark makes one the place's key.</summary>
/// <remarks>docs/reference/module-memory.md has the bytes. What is in a slot behind its mark is <see cref="KeyVault"/>'s.</remarks>
internal sealed class KeySlots
{
    /// <summary>Places for keys.</summary>
    public const int Places = 2;

    /// <summary>Bytes of a slot's mark, its first ones.</summary>
    public const int MarkLength = 8;

    /// <summary>Where in a slot its key begins.</summary>
    public const int BodyAt = MarkLength + Aes256.BlockLength + Sha256.DigestLength;

    private const int SlotSize = 0x600;
    private const int LookLength = 32;

    private static readonly byte[] Zeros = new byte[64];

    private readonly IWorkingMemory _memory;
    private readonly int _address;
    private readonly byte[] _look = new byte[LookLength];

    /// <param name="memory">What keeps the slots.</param>
    /// <param name="address">Where they begin.</param>
    public KeySlots(IWorkingMemory memory, int address)
    {
        _memory = memory;
        _address = address;
    }

    /// <summary>The address of the slot that has the place's key; -1 without one.</summary>
    public int Current(int place)
    {
        int first = SlotAddress(place, 0);
        int second = SlotAddress(place, 1);
        uint firstMark = ReadMark(first);
        uint secondMark = ReadMark(second);
        if (firstMark == 0 && secondMark == 0) return -1;
        return secondMark > firstMark ? second : first;
    }

    /// <summary>The address of the slot that a new key of the place is written into.</summary>
    /// <param name="mark">Where the mark that will make it the place's key is put.</param>
    public int Free(int place, byte[] mark)
    {
        int current = Current(place);
        PutMark(mark, current < 0 ? 1 : ReadMark(current) + 1);
        return SlotAddress(place, current == SlotAddress(place, 0) ? 1 : 0);
    }

    /// <summary>Overwrites the slots of a place that are not in use and not empty.</summary>
    public void WipeOthers(int place, int current)
    {
        for (int i = 0; i < 2; i++)
        {
            int slot = SlotAddress(place, i);
            if (slot != current && !(IsEmpty(slot + MarkLength) && IsEmpty(slot + BodyAt))) Wipe(slot);
        }
    }

    /// <summary>Overwrites a slot with zeros, the mark first and what tells an empty one last.</summary>
    public DeviceResult Wipe(int slot)
    {
        DeviceResult result = _memory.Write(slot, Zeros, 0, BodyAt);
        for (int at = SlotSize - Zeros.Length; at >= BodyAt && result == DeviceResult.Ok; at -= Zeros.Length) result = _memory.Write(slot + at, Zeros, 0, Zeros.Length);
        return result == DeviceResult.Ok ? _memory.Write(slot + BodyAt, Zeros, 0, Zeros.Length) : result;
    }

    private int SlotAddress(int place, int slot) => _address + ((place << 1) + slot) * SlotSize;

    /// <summary>The number of a slot's key, higher for a newer one; 0 for a slot without a whole mark.</summary>
    private uint ReadMark(int slot)
    {
        if (_memory.Capacity == 0 || _memory.Read(slot, _look, 0, MarkLength) != DeviceResult.Ok) return 0;
        uint number = (uint)(_look[0] << 24 | _look[1] << 16 | _look[2] << 8 | _look[3]);
        uint complement = (uint)(_look[4] << 24 | _look[5] << 16 | _look[6] << 8 | _look[7]);
        return number == ~complement ? number : 0;
    }

    private static void PutMark(byte[] mark, uint number)
    {
        for (int i = 0; i < 4; i++)
        {
            mark[i] = (byte)(number >> 24 - (i << 3));
            mark[i + 4] = (byte)~mark[i];
        }
    }

    /// <summary>The first bytes from an address on are zeros.</summary>
    private bool IsEmpty(int address)
    {
        if (_memory.Capacity == 0 || _memory.Read(address, _look, 0, LookLength) != DeviceResult.Ok) return true;
        int some = 0;
        for (int i = 0; i < LookLength; i++) some |= _look[i];
        return some == 0;
    }
}
