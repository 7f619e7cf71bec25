using Nf.Firmware.Day;
using Nf.Firmware.Identity;
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
    private readonly TextLine _record = new TextLine(RecordColumns);
    private readonly byte[] _scratch = new byte[ReceiptIdentity.MaxQrLength];
    private int _momentAt;
    private int _numberAt;

    internal ReceiptDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity, OpenReceipt receipt)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
        _receipt = receipt;
    }

    private TextLine Line => _writer.Line;

    /// <summary>Header, moment, number and operator; the moment is written again when the receipt is issued.</summary>
    internal void Begin(long now, int day)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        _momentAt = _spool.Length;
        LayOutMoment(now);
        _writer.Put();
        _numberAt = _spool.Length;
        LayOutNumber(day, 0);
        _writer.Put();
        Line.Clear();
        Line.Add("CASIER: ");
        Line.AddPadded(_receipt.Operator, 2);
        _writer.Put();
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

    internal void Subtotal(long sum) => _writer.Amount("SUBTOTAL", sum, LineStyle.Bold);

    internal void SubtotalAdjustment(Adjustment adjustment) => AdjustmentLine(adjustment, -1, 1);

    /// <summary>Totals, VAT, buyer, payments, identity: everything after the items of an issued receipt.</summary>
    internal void Finish(long now, int day, int number)
    {
        LayOutMoment(now);
        _spool.Replace(_momentAt, Line, (int)LineStyle.Normal);
        LayOutNumber(day, number);
        _spool.Replace(_numberAt, Line, (int)LineStyle.Normal);
        _writer.Separator();
        _writer.Amount("TOTAL LEI", _receipt.Total, LineStyle.Tall);
        VatLines();
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
        LayOutMoment(now);
        _spool.Replace(_momentAt, Line, (int)LineStyle.Normal);
        _writer.Separator();
        _writer.Amount("TOTAL LEI", _receipt.Total);
        _writer.Centred("BON ANULAT", LineStyle.Tall);
        _writer.Cut();
    }

    private void LayOutMoment(long now)
    {
        Line.Clear();
        Line.Add("DATA: ");
        Line.AddDate(now);
        Line.Add(" ORA: ");
        Line.AddTime(now);
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
        int right = Line.StartRight();
        Line.Add("NR.AMEF:");
        Line.AddPadded(_receipt.Till, _receipt.Till > 9999 ? 5 : 4);
        Line.AlignRight(right);
    }

    private void Name(SaleLine line) => _writer.Wrapped(line.Name, line.NameLength, LineStyle.Normal, TextAlign.Left);

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

    // An amount and its group's letter on the right; on a line of its own when the left part is too long.
    private void PutValue(long bani, int group)
    {
        const int widest = 14;
        if (Line.Length + widest > _writer.Columns)
        {
            _writer.Put();
            Line.Clear();
        }

        int right = Line.StartRight();
        Line.AddAmount(bani);
        Line.Add((byte)' ');
        Line.Add(group < 0 ? (byte)' ' : (byte)VatGroups.Letter(group));
        Line.AlignRight(right);
        _writer.Put();
    }

    private void VatLines()
    {
        VatGroups groups = _identity.Groups;
        if (!_identity.Fiscal.VatPayer)
        {
            _writer.Text("NEPLĂTITOR TVA");
            return;
        }

        for (int i = 0; i < VatGroups.Count; i++)
            if (_receipt.Gross(i) > 0 && groups.Kind(i) == VatGroupKind.Rate) _writer.GroupAmount("TOTAL TVA ", groups, i, _receipt.Vat(i));
        _writer.Amount("TOTAL TVA BON", _receipt.TotalVat);
        long exempt = 0;
        for (int i = 0; i < VatGroups.Count; i++)
            if (groups.Kind(i) == VatGroupKind.Exempt) exempt += _receipt.Gross(i);
        if (exempt > 0) _writer.Amount("TOTAL SCUTIT TVA", exempt);
        if (_receipt.Gross(VatGroups.OtherTax) > 0) _writer.Amount("ALTE TAXE", _receipt.Gross(VatGroups.OtherTax));
    }

    private void PaymentLines()
    {
        for (int i = 0; i < _receipt.Payments; i++)
            _writer.Amount(PaymentNames.Of(_receipt.PaymentKindAt(i)), _receipt.PaymentSumAt(i));
        if (_receipt.Change > 0) _writer.Amount("REST LEI", _receipt.Change);
    }

    private void Identification(long now, int day, int number)
    {
        Line.Clear();
        Line.Add("ID BF: ");
        if (Line.Length + ReceiptIdentity.Length > _writer.Columns)
        {
            _writer.Put();
            Line.Clear();
        }

        Line.Add(_scratch, 0, ReceiptIdentity.Write(_scratch, 0, _identity.Fiscal.Series, now, day, number));
        _writer.Put();
        _record.Clear();
        _record.Add(_scratch, 0, ReceiptIdentity.WriteQr(_scratch, 0, _identity.Fiscal.Series, now, day, number));
        _spool.Add(_record, (int)LineStyle.QrCode);
    }

    // Neither series nor logotype nor «BON FISCAL»: nobody can take it for a receipt.
    private void EndTrial()
    {
        _writer.TrialMark();
        _writer.Cut();
    }

    private void End()
    {
        _writer.Text("S/N: " + _identity.Fiscal.SerialNumber);
        _writer.Centred("BON FISCAL", LineStyle.Bold);
        _writer.Centred("RL " + _identity.Fiscal.Series, LineStyle.Logotype);
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
            if (_identity.Groups.Kind(i) == VatGroupKind.Rate) _record.AddNumber(_identity.Groups.Rate(i));
            _record.Add((byte)':');
            _record.AddNumber(_receipt.Gross(i));
            _record.Add((byte)':');
            _record.AddNumber(_receipt.Vat(i));
        }

        _writer.PutRecord(_record);
    }

    private void RecordField(long value)
    {
        _record.Add((byte)';');
        _record.AddNumber(value);
    }
}
