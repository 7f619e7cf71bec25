using Nf.Emulator.Machine;
using Nf.Emulator.State;

namespace Nf.Emulator.Peripherals;

/// <summary>A card whose files are in RAM, for runs that leave nothing behind.</summary>
public sealed class MemoryCard(PowerSupply power) : CardModel(power)
{
    private readonly Dictionary<string, FileBytes> _files = [];

    /// <summary>The names of the files, in order.</summary>
    public IReadOnlyList<string> Names => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The same card with the same switches, from here on apart, on another power supply.</summary>
    public MemoryCard Clone(PowerSupply power)
    {
        var clone = new MemoryCard(power)
        {
            Present = Present,
            WriteProtected = WriteProtected,
            CapacityBytes = CapacityBytes,
            UsedBytes = UsedBytes,
        };
        foreach (var (name, file) in _files) clone._files[name] = new FileBytes(file.Bytes.Clone(), file.Length);
        return clone;
    }

    /// <inheritdoc/>
    protected override int CountFiles() => _files.Count;

    /// <inheritdoc/>
    protected override int FileLength(string name) => _files.TryGetValue(name, out var file) ? file.Length : -1;

    /// <inheritdoc/>
    protected override int ReadFile(string name, int position, Span<byte> bytes)
    {
        if (!_files.TryGetValue(name, out var file) || position >= file.Length) return 0;
        var count = Math.Min(bytes.Length, file.Length - position);
        file.Bytes.Read(position, bytes[..count]);
        return count;
    }

    /// <inheritdoc/>
    protected override bool AppendToFile(string name, ReadOnlySpan<byte> bytes)
    {
        if (!_files.TryGetValue(name, out var file)) _files[name] = file = new FileBytes(new PagedBytes(0), 0);
        file.Bytes.Write(file.Length, bytes);
        file.Length += bytes.Length;
        UsedBytes += bytes.Length;
        return true;
    }

    private sealed class FileBytes(PagedBytes bytes, int length)
    {
        public PagedBytes Bytes { get; } = bytes;

        public int Length { get; set; } = length;
    }
}
