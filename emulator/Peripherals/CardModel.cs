using Nf.Emulator.Machine;
using Nf.Hal.Buses;

namespace Nf.Emulator.Peripherals;

/// <summary>A memory card in its slot; where its files are is the business of the two kinds of card.</summary>
/// <remarks>Capacity counts the files' bytes alone: clusters and directories are left out.</remarks>
public abstract class CardModel(PowerSupply power) : ICardFiles
{
    /// <summary>A card is in the slot.</summary>
    public bool Present { get; set; } = true;

    /// <summary>The card's lock switch is on: it can only be read.</summary>
    public bool WriteProtected { get; set; }

    /// <summary>Bytes that fit on the card in all.</summary>
    public long CapacityBytes { get; set; } = 2L << 30;

    /// <summary>Bytes in the card's files.</summary>
    public long UsedBytes { get; protected set; }

    /// <inheritdoc/>
    public long FreeBytes => Present ? Math.Max(0, CapacityBytes - UsedBytes) : 0;

    /// <inheritdoc/>
    public int FileCount => Present ? CountFiles() : 0;

    /// <inheritdoc/>
    public int Length(string name)
    {
        CheckName(name);
        return Present ? FileLength(name) : -1;
    }

    /// <inheritdoc/>
    public int Read(string name, int position, byte[] buffer, int offset, int count)
    {
        CheckName(name);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        return Present ? ReadFile(name, position, buffer.AsSpan(offset, count)) : 0;
    }

    /// <inheritdoc/>
    /// <remarks>A card that gets full takes the bytes that fit, and refuses.</remarks>
    public bool Append(string name, byte[] buffer, int offset, int count)
    {
        CheckName(name);
        if (!Present || WriteProtected) return false;
        var fits = (int)Math.Min(count, FreeBytes);
        var written = false;
        power.Write(StoreWrite.Card, fits, done => written = AppendToFile(name, buffer.AsSpan(offset, done)));
        return written && fits == count;
    }

    /// <summary>How many files there are.</summary>
    protected abstract int CountFiles();

    /// <summary>The file's length; -1 when there is none.</summary>
    protected abstract int FileLength(string name);

    /// <summary>Reads what there is of the bytes.</summary>
    protected abstract int ReadFile(string name, int position, Span<byte> bytes);

    /// <summary>Adds the bytes, creating the file, and counts them in <see cref="UsedBytes"/>; false when it could not.</summary>
    protected abstract bool AppendToFile(string name, ReadOnlySpan<byte> bytes);

    private static void CheckName(string name)
    {
        if (!ShortName.IsValid(name)) throw new ArgumentException($"\"{name}\" is no 8.3 name", nameof(name));
    }
}
