using System.Xml.Linq;
using Nf.Emulator.Anaf.Schemas;

namespace Nf.Emulator.Anaf.Checks;

/// <summary>Sums and counts of a day: receipts against the Z, and the Z in itself (annex 2, II.1 to II.7).</summary>
internal static class TotalsChecks
{
    /// <summary>Checks a day of any type.</summary>
    internal static void Check(AnafDocumentKind kind, XElement day, AnafRules rules, CheckList checks)
    {
        var (receipts, closure) = (DayView.Receipts(day), DayView.Closure(day));
        checks.Must("nrB", AnafCode.BadTotals, Differ("receipts", receipts.Count, "nrB", closure.Count("nrB")));
        checks.Must("bon", AnafCode.BadTotals, ReceiptsProblem(receipts));
        checks.Must("totTva", AnafCode.BadTotals, Differ("VAT of the receipts", receipts.Sum(r => r.Amount("totTva")), "totTva", closure.Amount("totTva")));
        checks.Must("av", AnafCode.BadTotals, Differ("resets", closure.Named("av").Count(), "their count", closure.Count(kind == AnafDocumentKind.ExchangeDay ? "nrA" : "nrAv")));
        if (kind == AnafDocumentKind.OrdinaryDay) OrdinaryChecks.Check(receipts, closure, rules, checks);
        if (kind == AnafDocumentKind.TaxiDay)
            checks.Must("valB", AnafCode.BadTotals, Differ("receipts", receipts.Sum(r => r.Amount("totB")), "valB", closure.Amount("valB")));
    }

    /// <summary>Null when both are the same.</summary>
    internal static string? Differ(string what, decimal sum, string name, decimal stated) =>
        sum == stated ? null : FormattableString.Invariant($"{what} make {sum}, {name} is {stated}");

    private static string? ReceiptsProblem(List<XElement> receipts)
    {
        foreach (var receipt in receipts)
        {
            var rates = receipt.Named("cote").ToList();
            var id = receipt.Text("idB");
            if (rates.Select(Rate).Distinct().Count() != rates.Count) return $"a rate stands twice on receipt {id}";
            if (rates.Sum(rate => rate.Amount("tva")) != receipt.Amount("totTva")) return $"the VAT of receipt {id} is not the sum of its rates";
        }

        return null;
    }

    private static string Rate(XElement rate) => rate.Text(rate.Attribute("cota") is null ? "cota_com" : "cota");
}
