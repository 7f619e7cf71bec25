using Nf.Firmware.Bytes;

namespace Nf.Firmware.Programming;

/// <summary>An article of the register's base: what is sold by its number or bar code (norms, art. 29 f), 33 A d)).</summary>
public sealed class Article
{
    /// <summary>Characters of a name at most.</summary>
    public const int MaxName = 36;

    /// <summary>Bar codes at most.</summary>
    public const int MaxBarcodes = 4;

    /// <summary>Bytes of the saved form.</summary>
    public const int SavedLength = MaxName + 10 + MaxBarcodes * 6;

    private readonly long[] _barcodes = new long[MaxBarcodes];

    /// <summary>1 to <see cref="ArticleTable.Count"/>.</summary>
    public int Number { get; set; }

    /// <summary>The name in ISO-8859-16.</summary>
    public byte[] Name { get; } = new byte[MaxName];

    public int NameLength { get; set; }

    /// <summary>VAT group, 0 for A.</summary>
    public int Group { get; set; }

    public PriceType PriceType { get; set; }

    /// <summary>Bani, 0 to 999,999,999; 0 for none.</summary>
    public long Price { get; set; }

    /// <summary>Index of the unit of measure, 0 to 19.</summary>
    public int Unit { get; set; }

    /// <summary>1 to 99; 0 for none.</summary>
    public int Department { get; set; }

    /// <summary>1 to 99.</summary>
    public int ArticleGroup { get; set; }

    /// <summary>A bar code as <see cref="Barcode"/> packs it; 0 for none.</summary>
    public long BarcodeAt(int index) => _barcodes[index];

    public void SetBarcode(int index, long barcode) => _barcodes[index] = barcode;

    /// <summary>One of the article's bar codes is this one.</summary>
    public bool HasBarcode(long barcode)
    {
        for (int i = 0; i < MaxBarcodes; i++)
            if (_barcodes[i] == barcode) return true;
        return false;
    }

    public void Save(ByteWriter writer)
    {
        writer.U8(NameLength);
        writer.Bytes(Name, 0, NameLength);
        writer.Zero(MaxName - NameLength);
        writer.U8(Group);
        writer.U8((int)PriceType);
        writer.U32(Price);
        writer.U8(Unit);
        writer.U8(Department);
        writer.U8(ArticleGroup);
        for (int i = 0; i < MaxBarcodes; i++)
        {
            writer.U32(_barcodes[i] & 0xFFFFFFFF);
            writer.U16((int)(_barcodes[i] >> 32));
        }
    }

    public void Load(ByteReader reader)
    {
        NameLength = reader.U8();
        reader.Bytes(Name, 0, NameLength);
        reader.Skip(MaxName - NameLength);
        Group = reader.U8();
        PriceType = (PriceType)reader.U8();
        Price = reader.U32();
        Unit = reader.U8();
        Department = reader.U8();
        ArticleGroup = reader.U8();
        for (int i = 0; i < MaxBarcodes; i++)
        {
            long low = reader.U32();
            _barcodes[i] = (long)reader.U16() << 32 | low;
        }
    }
}
