using Nf.Firmware.Day;
using Nf.Firmware.Money;
using Nf.Firmware.Programming;
using Nf.Firmware.Sales;

namespace Nf.Firmware.Documents;

/// <summary>How a receipt was paid, on paper (norms, art. 56 (1) n)).</summary>
internal sealed class ReceiptPaymentLines
{
    private readonly DocumentWriter _writer;
    private readonly ReceiptPayments _payments;
    private readonly ForeignCurrency _currency;
    private readonly NameTable _names;

    internal ReceiptPaymentLines(DocumentWriter writer, ReceiptPayments payments, ForeignCurrency currency, NameTable names)
    {
        _writer = writer;
        _payments = payments;
        _currency = currency;
        _names = names;
    }

    private DocumentLine Line => _writer.Line;

    /// <summary>Each payment, then what goes back to the buyer.</summary>
    internal void Write()
    {
        for (int i = 0; i < _payments.Count; i++)
        {
            if (_payments.KindAt(i) == PaymentKind.ForeignCash) ForeignLines(_payments.ForeignAt(i), _payments.SumAt(i));
            else PaymentLine(_payments.KindAt(i), _payments.SumAt(i));
        }

        if (_payments.Change == 0) return;
        if (_payments.ChangeIsForeign) _writer.ForeignAmount("REST ", _currency, _payments.ForeignChange);
        else _writer.Amount(_payments.Last == PaymentKind.Card ? "AVANS NUMERAR LEI" : "REST LEI", _payments.Change);
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
        _writer.PutAmount(bani);
    }

    private void ForeignLines(long hundredths, long bani)
    {
        _writer.ForeignAmount("NUMERAR ", _currency, hundredths);
        Line.Clear();
        Line.Add("  CURS ");
        _writer.AddRate(_currency.Rate);
        int right = Line.StartRight();
        Line.AddAmount(bani);
        Line.Add(" LEI");
        Line.AlignRight(right);
        _writer.Put();
    }
}
