using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.Text;

namespace Nf.Firmware.Reports;

/// <summary>Lines that several reports have alike.</summary>
internal static class ReportLines
{
    private const int HexPerLine = 32;

    /// <summary>A name, a date and a time.</summary>
    internal static void Moment(DocumentWriter writer, string name, long moment)
    {
        var line = writer.Line;
        line.Clear();
        line.Add(name);
        line.AddDate(moment);
        line.Add((byte)' ');
        line.AddTime(moment);
        writer.Put();
    }

    /// <summary>A name and a date at the right edge.</summary>
    internal static void Date(DocumentWriter writer, string name, long moment)
    {
        writer.Line.Clear();
        writer.Line.Add(name);
        int right = writer.Line.StartRight();
        writer.Line.AddDate(moment);
        writer.Line.AlignRight(right);
        writer.Put();
    }

    /// <summary>"TOTAL 21%" and an amount.</summary>
    internal static void RateAmount(DocumentWriter writer, string name, int rate, long bani)
    {
        var line = writer.Line;
        line.Clear();
        line.Add(name);
        writer.AddPercent(rate);
        writer.PutAmount(bani);
    }

    /// <summary>A day's sales and VAT by group, each with its rate; exempt sales; other taxes.</summary>
    internal static void Groups(DocumentWriter writer, VatGroups groups, DayTotals day)
    {
        long exempt = 0;
        for (int i = 0; i < VatGroups.Count; i++)
        {
            if (groups.Kind(i) == VatGroupKind.Exempt) exempt += day.Gross(i);
            if (groups.Kind(i) != VatGroupKind.Rate) continue;
            writer.GroupAmount("TOTAL ", groups, i, day.Gross(i));
            writer.GroupAmount("TVA ", groups, i, day.Vat(i));
        }

        writer.Amount("TOTAL SCUTIT TVA", exempt);
        writer.Amount("ALTE TAXE", day.Gross(VatGroups.OtherTax));
    }

    /// <summary>A SHA-256 value as the Z report prints it: 32 digits a line, fewer on narrow paper.</summary>
    internal static void Digest(DocumentWriter writer, byte[] digest)
    {
        var line = writer.Line;
        int perLine = writer.Columns < HexPerLine ? writer.Columns & ~1 : HexPerLine;
        for (int i = 0; i < digest.Length;)
        {
            line.Clear();
            for (; i < digest.Length && line.Length < perLine; i++)
            {
                line.Add(HexText.High(digest[i]));
                line.Add(HexText.Low(digest[i]));
            }

            writer.Put();
        }
    }
}
