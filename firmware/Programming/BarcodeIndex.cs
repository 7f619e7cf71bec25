using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Programming;

/// <summary>Where a bar code's article is: an open hash table of two bytes a slot, at most 256 slots read for an answer.</summary>
/// <remarks>
/// A slot holds an article's number and four bits of the code's hash. It only suggests: the article's own cell says
/// whether it has the code. So a slot that a power cut left behind, or tore, costs a look and is never wrong; a code's
/// slot is written before its article, and given up after the article has changed.
/// </remarks>
internal sealed class BarcodeIndex
{
    private const int Slots = 20000;
    private const int MaxProbes = 256;
    private const int ProbesPerRead = 32;
    private const int Empty = 0;
    private const int GivenUp = 0xFFFF;
    private const int NumberBits = 12;
    private const int NumberMask = (1 << NumberBits) - 1;

    private readonly IWorkingMemory _memory;
    private readonly byte[] _slots = new byte[ProbesPerRead * 2];
    private readonly byte[] _slot = new byte[2];
    private int _probe;
    private int _home;
    private int _tag;
    private int _loaded;

    internal BarcodeIndex(IWorkingMemory memory) => _memory = memory;

    /// <summary>Begins to look for a code; then <see cref="Next"/> gives its candidates.</summary>
    internal void Begin(long barcode)
    {
        uint hash = (uint)Barcode.Digits(barcode) * 0x9E3779B1 ^ (uint)(barcode >> 32) * 0x85EBCA6B;
        hash ^= hash >> 15;
        _tag = (int)(hash >> 28) % 15 << NumberBits;
        _home = (int)(hash % Slots);
        _probe = -1;
        _loaded = 0;
    }

    /// <summary>The next article that may have the code; 0 when there is none.</summary>
    internal int Next()
    {
        for (int slot = Advance(); slot != Empty; slot = Advance())
            if (slot != GivenUp && (slot & ~NumberMask) == _tag) return slot & NumberMask;
        return 0;
    }

    /// <summary>Puts the code's article in, unless it is there.</summary>
    internal FiscalError Add(long barcode, int number)
    {
        int free = -1;
        Begin(barcode);
        for (int slot = Advance(); ; slot = Advance())
        {
            if (slot == (_tag | number)) return FiscalError.None;
            if (free < 0 && (slot == GivenUp || slot == Empty)) free = _probe;
            if (slot == Empty) break;
        }

        return free < 0 || free >= MaxProbes ? FiscalError.ArticlesFull : Write(free, _tag | number);
    }

    /// <summary>Takes the code's article out.</summary>
    internal FiscalError Remove(long barcode, int number)
    {
        Begin(barcode);
        for (int slot = Advance(); slot != Empty; slot = Advance())
            if (slot == (_tag | number)) return Write(_probe, GivenUp);
        return FiscalError.None;
    }

    // A memory that does not answer ends the search; whatever comes next fails on it too.
    private int Advance()
    {
        if (++_probe >= MaxProbes) return Empty;
        if (_probe >= _loaded && !Load()) return Empty;
        int at = (_probe % ProbesPerRead) * 2;
        return _slots[at] | _slots[at + 1] << 8;
    }

    private bool Load()
    {
        int first = (_home + _loaded) % Slots;
        int count = Slots - first < ProbesPerRead ? Slots - first : ProbesPerRead;
        if (_memory.Read(Address(first), _slots, 0, count * 2) != DeviceResult.Ok) return false;
        if (count < ProbesPerRead && _memory.Read(Address(0), _slots, count * 2, (ProbesPerRead - count) * 2) != DeviceResult.Ok) return false;
        _loaded += ProbesPerRead;
        return true;
    }

    private FiscalError Write(int probe, int value)
    {
        _slot[0] = (byte)value;
        _slot[1] = (byte)(value >> 8);
        DeviceResult result = _memory.Write(Address((_home + probe) % Slots), _slot, 0, _slot.Length);
        return result == DeviceResult.Ok ? FiscalError.None : FiscalError.WorkingMemoryFailed;
    }

    private static int Address(int slot) => TableLayout.Barcodes + slot * 2;
}
