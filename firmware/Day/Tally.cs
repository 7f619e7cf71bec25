using Nf.Firmware.Bytes;

namespace Nf.Firmware.Day;

/// <summary>How many of something, and their sum in bani.</summary>
public sealed class Tally
{
    /// <summary>Bytes of the saved form.</summary>
    public const int SavedLength = 12;

    public int Count { get; private set; }

    public long Sum { get; private set; }

    public void Add(long bani)
    {
        Count++;
        Sum += bani;
    }

    public void Remove(long bani)
    {
        Count--;
        Sum -= bani;
    }

    public void Add(Tally other)
    {
        Count += other.Count;
        Sum += other.Sum;
    }

    public void Clear()
    {
        Count = 0;
        Sum = 0;
    }

    public void Save(ByteWriter writer)
    {
        writer.U32(Count);
        writer.I64(Sum);
    }

    public void Load(ByteReader reader)
    {
        Count = (int)reader.U32();
        Sum = reader.I64();
    }
}
