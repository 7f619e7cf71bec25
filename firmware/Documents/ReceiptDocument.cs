using Nf.Firmware.Day;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;
using Nf.Firmware.Programming;
using Nf.Firmware.Sales;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>The fiscal receipt on paper, in the order of the norms' art. 54 to 59.</summary>
internal sealed class ReceiptDocument
{
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterIdentity _identity;
    private readonly OpenReceipt _receipt;
    private readonly ReceiptSums _sums;
    private readonly ReceiptPaymentLines _payments;
    private readonly ReceiptEnd _end;
    private int _momentAt;
    private int _numberAt;

    internal ReceiptDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity, OpenReceipt receipt, ForeignCurrency currency,
        NameTable names)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
        _receipt = receipt;
        _sums = receipt.Sums;
        _payments = new ReceiptPaymentLines(writer, receipt.Payments, currency, names);
        _end = new ReceiptEnd(writer, identity, receipt, names);
    }

    private DocumentLine Line => _writer.Line;

    /// <summary>Header, moment, number and operator; the moment is written again when the receipt is issued.</summary>
    internal void Begin(long now, int day)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        _momentAt = _spool.Length;
        _writer.LayOutMoment(now);
        _writer.Put();
        _numberAt = _spool.Length;
        LayOutNumber(day, 0);
        _writer.Put();
        Line.Clear();
        Line.Add("CASIER: ");
        Line.AddPadded(_receipt.Operator, 2);
        _writer.Put();
        if (_receipt.Traveller.IsComplete) Export();
        _writer.Separator();
    }

    internal void Sale(SaleLine line)
    {
        Name(line);
        ValueLine(line, 1);
        if (line.Adjustment.Kind != AdjustmentKind.None) AdjustmentLine(line.Adjustment, line.Group, 1);
    }

    internal void Void(SaleLine line, long adjustment)
    {
        _writer.Centred("** ANULARE **", LineStyle.Normal);
        Name(line);
        ValueLine(line, -1);
        if (adjustment == 0) return;
        Line.Clear();
        Line.Add(adjustment < 0 ? "ANULARE REDUCERE" : "ANULARE MAJORARE");
        PutValue(-adjustment, line.Group);
    }

    /// <summary>Packaging taken back, named so that it is read as that.</summary>
    internal void Packaging(SaleLine line)
    {
        Name(line);
        ValueLine(line, -1);
    }

    internal void Subtotal(long sum) => _writer.Amount("SUBTOTAL", sum, LineStyle.Bold);

    internal void SubtotalAdjustment(Adjustment adjustment) => AdjustmentLine(adjustment, -1, 1);

    /// <summary>Totals, VAT, buyer, payments, identity: everything after the items of an issued receipt.</summary>
    internal void Finish(long now, int day, int number)
    {
        _writer.LayOutMoment(now);
        Line.Replace(_spool, _momentAt, (int)LineStyle.Normal);
        LayOutNumber(day, number);
        Line.Replace(_spool, _numberAt, (int)LineStyle.Normal);
        _writer.Separator();
        _writer.Amount("TOTAL LEI", _receipt.Total, LineStyle.Tall);
        TaxLines();
        if (_receipt.BuyerCode.Length > 0) _writer.Text("CIF CLIENT: " + _receipt.BuyerCode, LineStyle.Bold);
        _payments.Write();
        _writer.Number("NR. POZ. ART. ÎN BON: ", _receipt.Lines);
        _end.Write(now, day, number);
    }

    /// <summary>The end of a receipt that was given up: printed, counted apart, and no receipt (norms, art. 64 (5)).</summary>
    internal void FinishCancelled(long now)
    {
        _writer.LayOutMoment(now);
        Line.Replace(_spool, _momentAt, (int)LineStyle.Normal);
        _writer.Separator();
        _writer.Amount("TOTAL LEI", _receipt.Total);
        _writer.Centred("BON ANULAT", LineStyle.Tall);
        _writer.Cut();
    }

    // The number is not known before the receipt is issued; dashes hold its place.
    private void LayOutNumber(int day, int number)
    {
        Line.Clear();
        Line.Add("Z:");
        Line.AddPadded(day, 4);
        Line.Add(" BF:");
        if (number > 0) Line.AddPadded(number, 4);
        else Line.Add("----");
    }

    private void Export()
    {
        _writer.Centred("EXPORT", LineStyle.Bold);
        _writer.Text("ZBOR: " + _receipt.Traveller.Flight);
        _writer.Text("CLIENT: " + _receipt.Traveller.Name);
        _writer.Text("DOCUMENT: " + _receipt.Traveller.Document);
    }

    private void Name(SaleLine line)
    {
        Line.Clear();
        Line.Add(line.Name, 0, line.NameLength);
        _writer.Put();
    }

    private void ValueLine(SaleLine line, int sign)
    {
        Line.Clear();
        Line.Add(sign < 0 ? "  -" : "   ");
        Line.AddQuantity(line.Quantity);
        Line.Add((byte)' ');
        Line.Add(line.Unit, 0, line.UnitLength);
        Line.Add(" X ");
        Line.AddAmount(line.Price);
        Line.Add((byte)'=');
        PutValue(sign * line.Value, line.Group);
    }

    private void AdjustmentLine(Adjustment adjustment, int group, int sign)
    {
        Line.Clear();
        Line.Add(adjustment.IsDiscount ? "REDUCERE" : "MAJORARE");
        if (adjustment.IsPercent)
        {
            Line.Add((byte)' ');
            _writer.AddPercent((int)adjustment.Given);
        }

        PutValue(sign * adjustment.Change, group);
    }

    // An amount and its group's letter on the right; what is of no one group stands as the subtotal and the total do.
    private void PutValue(long bani, int group)
    {
        int right = Line.StartRight();
        Line.AddAmount(bani);
        if (group >= 0)
        {
            Line.Add((byte)' ');
            Line.Add((byte)_identity.Letter(group));
        }

        Line.AlignRight(right);
        _writer.Put();
    }

    // Norms, art. 56 (1) i), j), k), (5).
    private void TaxLines()
    {
        bool payer = _identity.Fiscal.VatPayer;
        for (int i = 0; i < VatGroups.Programmable; i++)
            if (_sums.Gross(i) > 0 && _identity.HasVat(i)) _writer.GroupAmount("TOTAL TVA ", _identity.Groups, i, _sums.Vat(i));
        if (payer) _writer.Amount("TOTAL TVA BON", _sums.TotalVat);
        if (payer && _sums.ExemptTotal > 0) _writer.Amount("TOTAL SCUTIT TVA", _sums.ExemptTotal);
        if (_sums.Gross(VatGroups.OtherTax) > 0) _writer.Amount("ALTE TAXE", _sums.Gross(VatGroups.OtherTax));
        if (!payer) _writer.Text("NEPLĂTITOR TVA");
    }
}
