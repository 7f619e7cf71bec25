using System.Text;
using Nf.Firmware.Bytes;
using Nf.Firmware.Day;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;
using Nf.Firmware.Sales;
using Nf.Firmware.Time;

namespace Nf.Tests.Machine.Messages;

/// <summary>A day of random receipts, as its records on the card and its closure: without a register's commands, which take long.</summary>
internal sealed class RandomDay(RegisterIdentity identity, Random random)
{
    private static readonly PaymentKind[] s_kinds = [PaymentKind.Card, PaymentKind.Cash, PaymentKind.MealTickets, PaymentKind.Voucher, PaymentKind.Other];

    private readonly StringBuilder _records = new();
    private readonly OpenReceipt _receipt = new(identity, new DayTotals());
    private readonly SaleLine _line = new() { NameLength = 1 };
    private readonly DayTotals _totals = new();

    /// <summary>The file of records.</summary>
    public byte[] Records => Encoding.UTF8.GetBytes(_records.ToString());

    /// <summary>Sells.</summary>
    /// <param name="begin">When the first receipt is issued, seconds since 2000.</param>
    /// <param name="receipts">How many.</param>
    public void Sell(long begin, int receipts)
    {
        var stamp = new byte[14];
        for (var number = 1; number <= receipts; number++)
        {
            Receipt();
            CivilTime.WriteStamp(stamp, 0, begin + number * 7);
            _records.Append(Encoding.ASCII.GetString(stamp)).Append($";{number};{_receipt.Total};{_receipt.Sums.TotalVat}");
            for (var i = 0; i < VatGroups.Count; i++)
            {
                if (_receipt.Sums.Gross(i) == 0) continue;
                _records.Append($";{VatGroups.Letter(i)}:{(identity.HasVat(i) ? identity.Groups.Rate(i) : "")}:{_receipt.Sums.Gross(i)}:{_receipt.Sums.Vat(i)}");
            }

            _records.Append("\nD;1\nT\n");
            _receipt.AddTo(_totals, new ForeignCurrency());
            _receipt.Forget();
        }
    }

    /// <summary>The payload of the closure's record.</summary>
    public int SaveClosure(byte[] payload, int day)
    {
        var writer = new ByteWriter(payload);
        ClosureRecord.Save(writer, day, 1, 1, new byte[32], identity.Groups, _totals, _totals.Total, _totals.TotalVat, 0);
        return writer.Position;
    }

    private void Receipt()
    {
        _receipt.Open(1, 1, random.Next(10) == 0 ? "RO123456789" : "");
        for (var lines = random.Next(1, 5); lines > 0 || _receipt.Total == 0; lines--) Sell();
        while (_receipt.Payments.Due > 0)
        {
            var kind = s_kinds[random.Next(s_kinds.Length)];
            var paid = random.Next(3) == 0 ? random.NextInt64(1, _receipt.Payments.Due + 1) : 0;
            if (_receipt.Payments.Check(kind, paid) == Nf.Firmware.Errors.FiscalError.None) _receipt.Payments.Pay(kind, paid);
        }
    }

    private void Sell()
    {
        _line.Name[0] = (byte)'A';
        _line.Group = random.Next(VatGroups.Count);
        _line.Price = random.Next(1, 1_000_000);
        _line.Quantity = 1000 * random.Next(1, 9);
        _line.Adjustment.Set(random.Next(6) == 0 ? AdjustmentKind.DiscountPercent : AdjustmentKind.None, random.Next(1, 9999));
        if (_receipt.CheckSale(_line) == Nf.Firmware.Errors.FiscalError.None) _receipt.Sell(_line);
    }
}
