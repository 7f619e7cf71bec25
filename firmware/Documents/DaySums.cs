using Nf.Firmware.Day;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>The day's sums on paper, the same on X and Z: norms, art. 64 (2) e) to k), (5).</summary>
internal sealed class DaySums
{
    private readonly DocumentWriter _writer;
    private readonly RegisterIdentity _identity;
    private readonly DayTotals _day;

    internal DaySums(DocumentWriter writer, RegisterIdentity identity, DayTotals day)
    {
        _writer = writer;
        _identity = identity;
        _day = day;
    }

    internal void Receipts()
    {
        _writer.Number("NUMĂR BONURI FISCALE", _day.Receipts);
        _writer.Number("BONURI CU COD CUMPĂRĂTOR", _day.BuyerReceipts);
    }

    internal void Sales()
    {
        _writer.Amount("VAL. TOTALĂ VÂNZĂRI", _day.Total, LineStyle.Bold);
        if (_identity.Fiscal.VatPayer) Taxes();
        _writer.Amount("ALTE TAXE", _day.Gross(VatGroups.OtherTax));
        if (!_identity.Fiscal.VatPayer) _writer.Text("NEPLĂTITOR TVA");
        _writer.Amount("TOTAL CU COD CUMPĂRĂTOR", _day.BuyerTotal);
        if (_identity.Fiscal.VatPayer) _writer.Amount("TVA CU COD CUMPĂRĂTOR", _day.BuyerVat);
    }

    internal void Operations()
    {
        Tally discounts = _day.ItemDiscounts;
        Tally surcharges = _day.ItemSurcharges;
        _writer.Count("REDUCERI", discounts.Count + _day.SubtotalDiscounts.Count, discounts.Sum + _day.SubtotalDiscounts.Sum);
        _writer.Count("MAJORĂRI", surcharges.Count + _day.SubtotalSurcharges.Count, surcharges.Sum + _day.SubtotalSurcharges.Sum);
        _writer.Count("ANULĂRI ÎN BON", _day.Voids);
        _writer.Count("BONURI ANULATE", _day.Cancelled);
        if (_day.Packaging.Count > 0) _writer.Count("AMBALAJ REFOLOSIBIL", _day.Packaging);
        _writer.Count("SUME SERVICIU INTRODUSE", _day.ServiceIn);
        _writer.Count("SUME SERVICIU EXTRASE", _day.ServiceOut);
    }

    internal void Payments()
    {
        for (int i = 1; i <= PaymentNames.Highest; i++)
            if (_day.Payment((PaymentKind)i) != 0) _writer.Amount(PaymentNames.Of((PaymentKind)i), _day.Payment((PaymentKind)i));
        if (_day.CashGiven.Count > 0) _writer.Count("AVANS CARD ȘI REST VALUTĂ", _day.CashGiven);
        _writer.Amount("NUMERAR ÎN SERTAR", _day.Drawer);
        if (_day.Foreign.Currency.IsSet) Foreign(_day.Foreign);
    }

    private void Taxes()
    {
        _writer.Amount("TOTAL TVA", _day.TotalVat);
        VatGroups groups = _identity.Groups;
        long exempt = 0;
        for (int i = 0; i < VatGroups.Count; i++)
        {
            if (groups.Kind(i) == VatGroupKind.Exempt) exempt += _day.Gross(i);
            if (groups.Kind(i) != VatGroupKind.Rate) continue;
            _writer.GroupAmount("TOTAL ", groups, i, _day.Gross(i));
            _writer.GroupAmount("TVA ", groups, i, _day.Vat(i));
        }

        _writer.Amount("TOTAL SCUTIT TVA", exempt);
    }

    private void Foreign(ForeignTotals foreign)
    {
        ForeignCurrency currency = foreign.Currency;
        _writer.LayOutForeign("CURS ", currency);
        int right = _writer.Line.StartRight();
        _writer.AddRate(currency.Rate);
        _writer.Line.AlignRight(right);
        _writer.Put();
        _writer.ForeignAmount("ÎNCASĂRI ", currency, foreign.Paid);
        _writer.ForeignAmount("SUME SERVICIU INTRODUSE ", currency, foreign.ServiceIn.Sum);
        _writer.ForeignAmount("SUME SERVICIU EXTRASE ", currency, foreign.ServiceOut.Sum);
        _writer.ForeignAmount("ÎN SERTAR ", currency, foreign.Drawer);
    }
}
