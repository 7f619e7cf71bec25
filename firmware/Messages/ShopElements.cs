using Nf.Firmware.Day;
using Nf.Firmware.FiscalMemory;

namespace Nf.Firmware.Messages;

/// <summary>Receipts and Z of a shop: bon and rB, at an airport with the flight number (OPANAF 146/2018, annex 2, II.3, II.4, II.7).</summary>
internal sealed class ShopElements : IDayElements
{
    private const string Lei = "RON";

    /// <inheritdoc/>
    public string Namespace => "mfp:anaf:dgti:a4203:declaratie:v1";

    /// <inheritdoc/>
    public void Receipt(XmlWriter xml, CountedReceipts receipt, byte[] id, int idLength)
    {
        xml.Open("bon");
        xml.Text("idB", id, 0, idLength);
        if (receipt.FlightLength > 0) xml.Text("nrC", receipt.Flight, 0, receipt.FlightLength);
        xml.Amount("totB", receipt.Total);
        xml.Amount("totTva", receipt.TotalVat);
        bool any = false;
        for (int i = 0; i < VatGroups.Count; i++)
        {
            if (!IsFirstOfRate(receipt, i)) continue;
            if (!any) xml.EndOpen(false);
            any = true;
            xml.Open("cote");
            xml.Number("cota", DayRates.PercentOf(receipt.Rate(i)));
            xml.Amount("tva", VatOfRate(receipt, i));
            xml.EndOpen(true);
        }

        if (any) xml.Close("bon");
        else xml.EndOpen(true);
    }

    /// <inheritdoc/>
    public void BeginReport(XmlWriter xml, ClosureRecord closure, DayRates rates, int resets, byte[] id, int idLength)
    {
        DayTotals day = closure.Totals;
        xml.Open("rB");
        xml.Text("idR", id, 0, idLength);
        xml.Number("nrAv", resets);
        xml.Number("nrB", day.Receipts);
        xml.Amount("totB", day.Total);
        xml.Number("nrBC", day.BuyerReceipts);
        xml.Amount("totBC", day.BuyerTotal);
        Tallies(xml, "nrA", "totA", day.Cancelled, day.Voids);
        Tallies(xml, "nrR", "totR", day.ItemDiscounts, day.SubtotalDiscounts);
        Tallies(xml, "nrM", "totM", day.ItemSurcharges, day.SubtotalSurcharges);
        xml.Amount("totTva", day.TotalVat);
        xml.Amount("totTvaC", day.BuyerVat);
        xml.Amount("totTaxe", day.Gross(VatGroups.OtherTax));
        xml.Amount("totNet", WithoutRate(day, rates));
        xml.Amount("sume_serv_in", day.ServiceIn.Sum);
        xml.Amount("sume_serv_out", day.ServiceOut.Sum);
        xml.Plain("monRef", Lei);
        xml.EndOpen(false);
        Payments(xml, day);
        for (int i = 0; i < VatGroups.Count; i++) Rate(xml, day, rates, i);
    }

    /// <inheritdoc/>
    public void EndReport(XmlWriter xml) => xml.Close("rB");

    private static void Tallies(XmlWriter xml, string count, string sum, Tally one, Tally other)
    {
        xml.Number(count, one.Count + other.Count);
        xml.Amount(sum, one.Sum + other.Sum);
    }

    // Change is taken off already: the payments add up to the sales. Foreign cash is cash, at its value in lei, marked
    // with its currency (assumption: the message's own currency is that of monRef).
    private static void Payments(XmlWriter xml, DayTotals day)
    {
        for (int i = 1; i <= PaymentNames.Highest; i++)
        {
            long value = day.Payment((PaymentKind)i);
            if (value <= 0) continue;
            bool isForeign = i == (int)PaymentKind.ForeignCash;
            xml.Open("pl");
            xml.Number("tipP", isForeign ? (int)PaymentKind.Cash : i);
            xml.Amount("valPl", value);
            if (isForeign) xml.Text("monPl", day.Foreign.Currency.Code, 0, day.Foreign.Currency.Code.Length);
            else xml.Plain("monPl", Lei);
            xml.EndOpen(true);
        }
    }

    private static void Rate(XmlWriter xml, DayTotals day, DayRates rates, int group)
    {
        int percent = rates.Percent(group);
        if (percent < 0) return;
        long gross = 0;
        long vat = 0;
        for (int i = 0; i < VatGroups.Count; i++)
        {
            if (rates.Percent(i) != percent) continue;
            if (i < group) return;
            gross += day.Gross(i);
            vat += day.Vat(i);
        }

        xml.Open("coteZ");
        xml.Number("cota", percent);
        xml.Amount("valOp", gross);
        xml.Amount("tva", vat);
        xml.EndOpen(true);
    }

    // Exempt, or all that an operator sells who is not registered for VAT: with the rates and the other taxes it is the total.
    private static long WithoutRate(DayTotals day, DayRates rates)
    {
        long sum = 0;
        for (int i = 0; i < VatGroups.Count; i++)
            if (i != VatGroups.OtherTax && rates.Percent(i) < 0) sum += day.Gross(i);
        return sum;
    }

    private static bool IsFirstOfRate(CountedReceipts receipt, int group)
    {
        if (receipt.Rate(group) < 0) return false;
        int percent = DayRates.PercentOf(receipt.Rate(group));
        for (int i = 0; i < group; i++)
            if (DayRates.PercentOf(receipt.Rate(i)) == percent) return false;
        return true;
    }

    private static long VatOfRate(CountedReceipts receipt, int group)
    {
        int percent = DayRates.PercentOf(receipt.Rate(group));
        long vat = 0;
        for (int i = group; i < VatGroups.Count; i++)
            if (DayRates.PercentOf(receipt.Rate(i)) == percent) vat += receipt.Vat(i);
        return vat;
    }
}
