using Nf.Firmware.Bytes;
using Nf.Firmware.Day;

namespace Nf.Firmware.FiscalMemory;

/// <summary>A day's closure: all figures of its Z report and the SHA-256 of its journal file.</summary>
public sealed class ClosureRecord
{
    /// <summary>Bytes of the saved form.</summary>
    public const int SavedLength = TotalsAt + DayTotals.SavedLength + 20;

    /// <summary>Where the day's totals begin in the saved form; their first field is the number of receipts.</summary>
    public const int TotalsAt = 2 + 4 + 2 + DigestLength + VatGroups.SavedLength;

    /// <summary>Bytes of a SHA-256 value.</summary>
    public const int DigestLength = 32;

    /// <summary>1 to 9999, only grows (norms, art. 34 j)).</summary>
    public int Number { get; set; }

    /// <summary>When the day's first receipt was issued, seconds since 2000; 0 in a day without receipts.</summary>
    public long FirstReceipt { get; set; }

    /// <summary>The journal medium that holds the day.</summary>
    public int Medium { get; set; }

    /// <summary>Sum of all closures, this one included, bani.</summary>
    public long GrandTotal { get; set; }

    /// <summary>VAT of all closures, this one included, bani.</summary>
    public long GrandVat { get; set; }

    /// <summary>CRC-32 of the host's frame that closed the day; 0 when no host did.</summary>
    /// <remarks>A working memory that is lost with the answer must not let the same frame close another day.</remarks>
    public uint HostFrame { get; set; }

    /// <summary>SHA-256 over the lines of the day's journal file.</summary>
    public byte[] Digest { get; } = new byte[DigestLength];

    public VatGroups Groups { get; } = new VatGroups();

    public DayTotals Totals { get; } = new DayTotals();

    /// <summary>Writes a closure from the day's live figures, without copying them first.</summary>
    public static void Save(ByteWriter writer, int number, long firstReceipt, int medium, byte[] digest, VatGroups groups,
        DayTotals totals, long grandTotal, long grandVat, uint hostFrame)
    {
        writer.U16(number);
        writer.U32(firstReceipt);
        writer.U16(medium);
        writer.Bytes(digest, 0, DigestLength);
        groups.Save(writer);
        totals.Save(writer);
        writer.I64(grandTotal);
        writer.I64(grandVat);
        writer.U32(hostFrame);
    }

    public void Load(ByteReader reader)
    {
        Number = reader.U16();
        FirstReceipt = reader.U32();
        Medium = reader.U16();
        reader.Bytes(Digest, 0, DigestLength);
        Groups.Load(reader);
        Totals.Load(reader);
        GrandTotal = reader.I64();
        GrandVat = reader.I64();
        HostFrame = (uint)reader.U32();
    }
}
