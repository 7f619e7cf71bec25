using System.Xml.Linq;

namespace Nf.Emulator.Anaf.Checks;

/// <summary>The Z of an ordinary register or an airport shop's (annex 2, II.7).</summary>
internal static class OrdinaryChecks
{
    /// <summary>Bani that VAT may differ by on each receipt for rounding.</summary>
    private const decimal RoundingPerReceipt = 0.01m;

    private static readonly (string Count, string Sum)[] s_pairs = [("nrBC", "totBC"), ("nrA", "totA"), ("nrR", "totR"), ("nrM", "totM")];

    internal static void Check(List<XElement> receipts, XElement closure, AnafRules rules, CheckList checks)
    {
        var rates = closure.Named("coteZ").ToList();
        checks.Must("totB", AnafCode.BadTotals,
            TotalsChecks.Differ("receipts", receipts.Sum(r => r.Amount("totB")), "totB", closure.Amount("totB")));
        checks.Must("coteZ", AnafCode.BadTotals, RatesProblem(receipts, rates, closure));
        checks.Must("valOp", AnafCode.BadTotals, ValueProblem(rates, closure, rules));
        checks.Must("pl", AnafCode.BadTotals, PaymentsProblem(closure, rules));
        checks.Must("parts", AnafCode.BadTotals, PartsProblem(closure));
        checks.Should("vat", VatOddity(rates, receipts.Count));
    }

    private static string? RatesProblem(List<XElement> receipts, List<XElement> rates, XElement closure)
    {
        if (rates.Select(rate => rate.Count("cota")).Distinct().Count() != rates.Count) return "a rate stands twice in coteZ";
        var sold = receipts.SelectMany(r => r.Named("cote")).GroupBy(rate => rate.Count("cota"))
            .ToDictionary(group => group.Key, group => group.Sum(rate => rate.Amount("tva")));
        foreach (var rate in rates)
        {
            sold.Remove(rate.Count("cota"), out var vat);
            if (TotalsChecks.Differ($"receipts at {rate.Text("cota")} %", vat, "coteZ/tva", rate.Amount("tva")) is { } problem) return problem;
        }

        if (sold.Count > 0) return $"{sold.Keys.First()} % is on receipts and not in coteZ";
        return TotalsChecks.Differ("coteZ/tva", rates.Sum(rate => rate.Amount("tva")), "totTva", closure.Amount("totTva"));
    }

    private static string? ValueProblem(List<XElement> rates, XElement closure, AnafRules rules)
    {
        var values = rates.Sum(rate => rate.Amount("valOp"));
        if (rules.ExemptOutsideRates) values += closure.Amount("totNet") + closure.Amount("totTaxe");
        return TotalsChecks.Differ(rules.ExemptOutsideRates ? "valOp, totNet and totTaxe" : "valOp", values, "totB", closure.Amount("totB"));
    }

    private static string? PaymentsProblem(XElement closure, AnafRules rules)
    {
        var payments = closure.Named("pl").ToList();
        var total = closure.Amount("totB");
        if (total > 0 && payments.Count == 0) return "no pl although totB is not 0";
        if (total == 0 && payments.Count > 0) return "pl although totB is 0";
        if (payments.Select(pl => (pl.Text("tipP"), pl.Text("monPl"))).Distinct().Count() != payments.Count) return "a means of payment stands twice";
        var foreign = payments.Exists(pl => pl.Text("monPl") != closure.Text("monRef"));
        return foreign || !rules.PaymentsMakeTotal ? null : TotalsChecks.Differ("payments", payments.Sum(pl => pl.Amount("valPl")), "totB", total);
    }

    private static string? PartsProblem(XElement closure)
    {
        foreach (var (count, sum) in s_pairs)
            if (closure.Count(count) == 0 && closure.Amount(sum) != 0) return $"{sum} without {count}";
        if (closure.Count("nrBC") > closure.Count("nrB")) return "more receipts with a buyer's code than receipts";
        if (closure.Amount("totBC") > closure.Amount("totB")) return "totBC is more than totB";
        return closure.Amount("totTvaC") > closure.Amount("totTva") ? "totTvaC is more than totTva" : null;
    }

    private static string? VatOddity(List<XElement> rates, int receipts)
    {
        foreach (var rate in rates)
        {
            var percent = rate.Amount("cota");
            var expected = rate.Amount("valOp") * percent / (100 + percent);
            if (Math.Abs(expected - rate.Amount("tva")) > RoundingPerReceipt * (receipts + 1))
                return FormattableString.Invariant($"VAT at {percent} % is {rate.Amount("tva")}, the value makes {expected:0.00}");
        }

        return null;
    }
}
