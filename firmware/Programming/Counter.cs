using Nf.Firmware.Bytes;

namespace Nf.Firmware.Programming;

/// <summary>One counter as it is kept: how much was counted, and the document that counted last.</summary>
internal sealed class Counter
{
    /// <summary>Bytes of the saved form.</summary>
    internal const int SavedLength = 30;

    /// <summary>The document that was counted last: counted again, it adds nothing.</summary>
    internal long Document { get; set; }

    /// <summary>The day of what was counted last, by its Z number; clearing leaves it.</summary>
    internal int Day { get; set; }

    /// <summary>Thousandths of what an article was sold, else how many times something happened.</summary>
    internal long Count { get; set; }

    /// <summary>Bani.</summary>
    internal long Sum { get; set; }

    /// <summary>An article's stock, thousandths; what is sold without being there makes it negative.</summary>
    internal long Stock { get; set; }

    internal bool IsZero => Count == 0 && Sum == 0;

    /// <summary>Begins a new period: the stock goes on.</summary>
    internal void Restart()
    {
        Count = 0;
        Sum = 0;
    }

    internal void Clear()
    {
        Restart();
        Document = 0;
        Day = 0;
        Stock = 0;
    }

    internal void Save(ByteWriter writer)
    {
        writer.U32(Document);
        writer.U16(Day);
        writer.I64(Count);
        writer.I64(Sum);
        writer.I64(Stock);
    }

    internal void Load(ByteReader reader)
    {
        Document = reader.U32();
        Day = reader.U16();
        Count = reader.I64();
        Sum = reader.I64();
        Stock = reader.I64();
    }
}
