using Nf.Firmware.Errors;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>Hashes a file of the journal from its start, a chunk at a time.</summary>
internal sealed class TextScan
{
    private const int ChunkLength = 512;
    private const byte LineFeed = 10;

    private readonly IJournalMedium _medium;
    private readonly byte[] _chunk = new byte[ChunkLength];
    private string _file;
    private int _last;

    internal TextScan(IJournalMedium medium) => _medium = medium;

    /// <summary>The hash over what was read.</summary>
    internal Sha256 Hash { get; } = new Sha256();

    /// <summary>Bytes read.</summary>
    internal int Position { get; private set; }

    /// <summary>The bytes read end with a whole line.</summary>
    internal bool EndsLine => Position == 0 || _last == LineFeed;

    /// <summary>Bytes that the last character still needs: a torn line may end in the middle of one.</summary>
    internal int Missing { get; private set; }

    internal void Begin(string file)
    {
        _file = file;
        _last = LineFeed;
        Position = 0;
        Missing = 0;
        Hash.Reset();
    }

    /// <summary>Reads one chunk, not beyond a place in the file.</summary>
    internal FiscalError Turn(int end)
    {
        int count = end - Position < ChunkLength ? end - Position : ChunkLength;
        if (count <= 0) return FiscalError.None;
        if (_medium.Read(_file, Position, _chunk, 0, count) != DeviceResult.Ok)
            return _medium.Present ? FiscalError.JournalDamaged : FiscalError.JournalMissing;
        Hash.Update(_chunk, 0, count);
        Position += count;
        for (int i = count > 3 ? count - 3 : 0; i < count; i++) Follow(_chunk[i]);
        return FiscalError.None;
    }

    private void Follow(byte value)
    {
        _last = value;
        if (value >= 0xE0) Missing = 2;
        else if (value >= 0xC0) Missing = 1;
        else if (value >= 0x80) Missing = Missing > 0 ? Missing - 1 : 0;
        else Missing = 0;
    }
}
