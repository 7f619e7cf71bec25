using Nf.Firmware.Day;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;
using Nf.Firmware.Programming;
using Nf.Firmware.Sales;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>The fiscal receipt on paper, in the order of the norms' art. 54 to 59.</summary>
internal sealed class ReceiptDocument
{
    private const int RecordColumns = 240;

    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterIdentity _identity;
    private readonly OpenReceipt _receipt;
    private readonly ForeignCurrency _currency;
    private readonly NameTable _names;
    private readonly TextLine _record = new TextLine(RecordColumns);
    private readonly byte[] _scratch = new byte[ReceiptIdentity.MaxQrLength];
    private int _momentAt;
    private int _numberAt;

    internal ReceiptDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity, OpenReceipt receipt, ForeignCurrency currency,
        NameTable names)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
        _receipt = receipt;
        _currency = currency;
        _names = names;
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
        PaymentLines();
        _writer.Number("NR. POZ. ART. ÎN BON: ", _receipt.Lines);
        if (!_identity.IsFiscalised)
        {
            EndTrial();
            return;
        }

        Identification(now, day, number);
        End();
        Record(now, number);
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
            if (_receipt.Gross(i) > 0 && _identity.HasVat(i)) _writer.GroupAmount("TOTAL TVA ", _identity.Groups, i, _receipt.Vat(i));
        if (payer) _writer.Amount("TOTAL TVA BON", _receipt.TotalVat);
        if (payer && _receipt.ExemptTotal > 0) _writer.Amount("TOTAL SCUTIT TVA", _receipt.ExemptTotal);
        if (_receipt.Gross(VatGroups.OtherTax) > 0) _writer.Amount("ALTE TAXE", _receipt.Gross(VatGroups.OtherTax));
        if (!payer) _writer.Text("NEPLĂTITOR TVA");
    }

    private void PaymentLines()
    {
        ReceiptPayments payments = _receipt.Payments;
        for (int i = 0; i < payments.Count; i++)
        {
            if (payments.KindAt(i) == PaymentKind.ForeignCash) ForeignLines(payments.ForeignAt(i), payments.SumAt(i));
            else PaymentLine(payments.KindAt(i), payments.SumAt(i));
        }

        if (_receipt.Change == 0) return;
        if (payments.ChangeIsForeign) ForeignAmount("REST ", payments.ForeignChange);
        else _writer.Amount(payments.Last == PaymentKind.Card ? "AVANS NUMERAR LEI" : "REST LEI", _receipt.Change);
    }

    // The shop may name the one payment that the law does not.
    private void PaymentLine(PaymentKind kind, long bani)
    {
        int length = kind == PaymentKind.Other ? _names.Read(NameKind.Payment, 0) : 0;
        if (length == 0)
        {
            _writer.Amount(PaymentNames.Of(kind), bani);
            return;
        }

        Line.Clear();
        Line.Add(_names.Text, 0, length);
        int right = Line.StartRight();
        Line.AddAmount(bani);
        Line.AlignRight(right);
        _writer.Put();
    }

    private void ForeignLines(long hundredths, long bani)
    {
        ForeignAmount("NUMERAR ", hundredths);
        Line.Clear();
        Line.Add("  CURS ");
        _writer.AddRate(_currency.Rate);
        int right = Line.StartRight();
        Line.AddAmount(bani);
        Line.Add(" LEI");
        Line.AlignRight(right);
        _writer.Put();
    }

    private void ForeignAmount(string name, long hundredths)
    {
        Line.Clear();
        Line.Add(name);
        Line.Add(_currency.Code, 0, ForeignCurrency.CodeLength);
        int right = Line.StartRight();
        Line.AddAmount(hundredths);
        Line.AlignRight(right);
        _writer.Put();
    }

    private void Identification(long now, int day, int number)
    {
        Line.Clear();
        Line.Add("ID BF: ");
        Line.Add(_scratch, 0, ReceiptIdentity.Write(_scratch, 0, _identity.Fiscal.Series, now, day, number));
        _writer.Put();
        _record.Clear();
        _record.Add(_scratch, 0, ReceiptIdentity.WriteQr(_scratch, 0, _identity.Fiscal.Series, now, day, number));
        _spool.Add(_record, (int)LineStyle.QrCode);
    }

    private void Footer()
    {
        for (int i = 0; i < _names.FooterLines; i++)
        {
            int length = _names.Read(NameKind.Footer, i);
            Line.Clear();
            Line.Add(_names.Text, 0, length);
            Line.Centre();
            _writer.Put();
        }
    }

    // Neither series nor logotype nor «BON FISCAL»: nobody can take it for a receipt.
    private void EndTrial()
    {
        _writer.TrialMark();
        _writer.Cut();
    }

    private void End()
    {
        Footer();
        Line.Clear();
        Line.Add("S/N: ");
        Line.Add(_identity.Fiscal.SerialNumber);
        _writer.Put();
        _writer.Centred("BON FISCAL", LineStyle.Bold);
        Line.Clear();
        Line.Add("RL ");
        Line.Add(_identity.Fiscal.Series);
        Line.Centre();
        _writer.Put(LineStyle.Logotype);
        Line.Clear();
        Line.Add("NR.AMEF: ");
        Line.AddPadded(_receipt.Till, _receipt.Till > 9999 ? 5 : 4);
        Line.Centre();
        _writer.Put();
        _writer.Cut();
    }

    // moment;number;total;VAT;then for each group sold in letter:rate:gross:VAT, all sums in bani.
    private void Record(long now, int number)
    {
        _record.Clear();
        _record.AddStamp(now);
        RecordField(number);
        RecordField(_receipt.Total);
        RecordField(_receipt.TotalVat);
        for (int i = 0; i < VatGroups.Count; i++)
        {
            if (_receipt.Gross(i) == 0) continue;
            _record.Add((byte)';');
            _record.Add((byte)VatGroups.Letter(i));
            _record.Add((byte)':');
            if (_identity.HasVat(i)) _record.AddNumber(_identity.Groups.Rate(i));
            _record.Add((byte)':');
            _record.AddNumber(_receipt.Gross(i));
            _record.Add((byte)':');
            _record.AddNumber(_receipt.Vat(i));
        }

        _writer.PutRecord(_record);
        if (_receipt.BuyerCode.Length == 0) return;
        _record.Clear();
        _record.Add("B;");
        _record.Add(_receipt.BuyerCode);
        _writer.PutRecord(_record);
    }

    private void RecordField(long value)
    {
        _record.Add((byte)';');
        _record.AddNumber(value);
    }
}
