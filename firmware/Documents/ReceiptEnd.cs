using Nf.Firmware.Day;
using Nf.Firmware.Identity;
using Nf.Firmware.Programming;
using Nf.Firmware.Sales;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>What ends an issued receipt: identifier and code, footer, final part (norms, art. 57), record of the sums.</summary>
internal sealed class ReceiptEnd
{
    private const int RecordColumns = 240;

    private readonly DocumentWriter _writer;
    private readonly RegisterIdentity _identity;
    private readonly OpenReceipt _receipt;
    private readonly ReceiptSums _sums;
    private readonly NameTable _names;
    private readonly TextLine _record = new TextLine(RecordColumns);
    private readonly byte[] _scratch = new byte[ReceiptIdentity.MaxQrLength];

    internal ReceiptEnd(DocumentWriter writer, RegisterIdentity identity, OpenReceipt receipt, NameTable names)
    {
        _writer = writer;
        _identity = identity;
        _receipt = receipt;
        _sums = receipt.Sums;
        _names = names;
    }

    private DocumentLine Line => _writer.Line;

    internal void Write(long now, int day, int number)
    {
        if (!_identity.IsFiscalised)
        {
            EndTrial();
            return;
        }

        Identification(now, day, number);
        Footer();
        FinalPart();
        Record(now, number);
    }

    // Neither series nor logotype nor «BON FISCAL»: nobody can take it for a receipt.
    private void EndTrial()
    {
        _writer.TrialMark();
        _writer.Cut();
    }

    private void Identification(long now, int day, int number)
    {
        Line.Clear();
        Line.Add("ID BF: ");
        Line.Add(_scratch, 0, ReceiptIdentity.Write(_scratch, 0, _identity.Fiscal.Series, now, day, number));
        _writer.Put();
        _record.Clear();
        _record.Add(_scratch, 0, ReceiptIdentity.WriteQr(_scratch, 0, _identity.Fiscal.Series, now, day, number));
        _writer.PutSymbol(_record, LineStyle.QrCode);
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

    private void FinalPart()
    {
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
        RecordField(_sums.TotalVat);
        for (int i = 0; i < VatGroups.Count; i++)
        {
            if (_sums.Gross(i) == 0) continue;
            _record.Add((byte)';');
            _record.Add((byte)VatGroups.Letter(i));
            _record.Add((byte)':');
            if (_identity.HasVat(i)) _record.AddNumber(_identity.Groups.Rate(i));
            _record.Add((byte)':');
            _record.AddNumber(_sums.Gross(i));
            _record.Add((byte)':');
            _record.AddNumber(_sums.Vat(i));
        }

        _writer.PutRecord(_record);
        if (_receipt.BuyerCode.Length > 0) TextRecord("B;", _receipt.BuyerCode, "");
        // Whatever a flight number ends with, the line does not look torn.
        if (_receipt.Traveller.IsComplete) TextRecord("F;", _receipt.Traveller.Flight, ";");
    }

    private void TextRecord(string mark, string text, string end)
    {
        _record.Clear();
        _record.Add(mark);
        _record.Add(text);
        _record.Add(end);
        _writer.PutRecord(_record);
    }

    private void RecordField(long value)
    {
        _record.Add((byte)';');
        _record.AddNumber(value);
    }
}
