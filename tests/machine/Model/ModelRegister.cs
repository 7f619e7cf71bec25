using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Model;

/// <summary>
/// What a register ought to do, in as few words as will do: decimals and lists, no stores, no frames, nothing of the
/// firmware but the numbers of its errors.
/// </summary>
internal sealed class ModelRegister(Func<DateTime> clock)
{
    public const int Cash = 0;
    private const decimal Highest = 9_999_999.99m;
    private static readonly decimal?[] Programmed = [21, 11, 9, 0, 0, 0, 0];

    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(10);

    private DateTime _lastCommand;
    private bool _isServiced;

    private readonly decimal[] _rates = [.. Programmed.Select(rate => rate ?? 0)];

    public ModelReceipt? Receipt { get; private set; }

    public bool FreeDocument { get; private set; }

    public ModelDay Day { get; private set; } = NewDay();

    public ModelArticle[] Articles { get; } = ModelArticle.Base();

    public int LastZ { get; private set; }

    public decimal GrandTotal { get; private set; }

    /// <summary>A power cut: what was open is gone, what was decided stays.</summary>
    public void Restart()
    {
        Receipt = null;
        FreeDocument = false;
        _isServiced = false;
    }

    /// <summary>Carries a command out, or says with which errors it may be refused.</summary>
    public Expected Execute(int command, string[] fields) => Mode(command) ?? KeptOut(command) ?? command switch
    {
        38 => OpenFree(),
        42 => FreeDocument ? Expected.Any : new Expected(FiscalError.ReceiptClosed),
        39 => CloseFree(),
        48 => Open(fields),
        49 => Sell(fields),
        58 => SellArticle(fields),
        51 => Subtotal(fields),
        53 => Pay(fields),
        54 => Text(),
        56 => Close(),
        60 => Cancel(),
        69 => fields[0] == "Z" ? ReportZ() : Sums(),
        70 => ServiceSum(fields),
        149 => LeaveService(),
        253 => EnterService(fields),
        _ => Expected.Any,
    };

    // A technician's register sells nothing; he is gone after a while without a command.
    private Expected? Mode(int command)
    {
        if (clock() - _lastCommand >= IdleLimit) _isServiced = false;
        _lastCommand = clock();
        return _isServiced && command is (38 or 39 or 42 or 48 or 49 or 51 or 53 or 54 or 56 or 58 or 60 or 70)
            ? new(FiscalError.ServiceMode) : null;
    }

    private Expected EnterService(string[] fields)
    {
        if (fields[1] != "1234") return new(FiscalError.WrongPassword);
        _isServiced = true;
        return Expected.Any;
    }

    private Expected LeaveService()
    {
        _isServiced = false;
        return Expected.Any;
    }

    // Commands of one kind of document have no place inside the other, and reports in none.
    private Expected? KeptOut(int command)
    {
        var isFree = command is 38 or 39 or 42;
        var isSale = command is 48 or 49 or 51 or 53 or 54 or 56 or 58 or 60;
        var isDay = command is 69 or 70 or 149 or 253;
        if (Receipt is not null && (isFree || isDay)) return new(FiscalError.FiscalReceiptOpen);
        return FreeDocument && (isSale || isDay) ? new(FiscalError.NonFiscalOpen) : null;
    }

    private static ModelDay NewDay() => new(Programmed.Length);

    private bool IsDayTooLong => Day.FirstReceipt is { } first && clock() - first >= TimeSpan.FromHours(24);

    private Expected OpenFree()
    {
        if (FreeDocument) return new(FiscalError.NonFiscalOpen, FiscalError.ReceiptOpen);
        FreeDocument = true;
        return Expected.Any;
    }

    private Expected CloseFree()
    {
        if (!FreeDocument) return new(FiscalError.ReceiptClosed);
        FreeDocument = false;
        return Expected.Any;
    }

    private Expected Open(string[] fields)
    {
        if (int.Parse(fields[0]) is < 1 or > 30) return new(FiscalError.WrongOperator);
        if (fields[1] != fields[0].PadLeft(4, '0')) return new(FiscalError.WrongPassword);
        if (Receipt is not null) return new(FiscalError.ReceiptOpen);
        if (IsDayTooLong) return new(FiscalError.DayTooLong);
        Receipt = new ModelReceipt(Programmed.Length) { HasBuyer = fields[4].Length > 0 };
        return Numbers();
    }

    private Expected Sell(string[] fields)
    {
        if (Receipt is not { } receipt) return new(FiscalError.ReceiptClosed);
        if (receipt.Payments.Count > 0) return new(FiscalError.PaymentBegun);
        var item = new ModelItem(fields[0], int.Parse(fields[1]) - 1);
        var (price, quantity) = (decimal.Parse(fields[2]), decimal.Parse(fields[3]));
        return price < 0 ? Void(receipt, item, -price, quantity) : Sell(receipt, item, price, quantity, fields[4], fields[5]);
    }

    private Expected SellArticle(string[] fields)
    {
        if (Receipt is not { } receipt) return new(FiscalError.ReceiptClosed);
        var isVoid = fields[0].StartsWith('-');
        if (Articles.FirstOrDefault(known => $"{known.Number}" == fields[0].TrimStart('-')) is not { } article) return new(FiscalError.ArticleUnknown);
        var (price, refusal) = article.PriceOf(fields[2], isVoid);
        if (refusal != FiscalError.None) return new(refusal);
        if (receipt.Payments.Count > 0) return new(FiscalError.PaymentBegun);
        var quantity = decimal.Parse(fields[1]);
        return isVoid ? Void(receipt, article.Item, price, quantity) : Sell(receipt, article.Item, price, quantity, fields[3], fields[4]);
    }

    private Expected Sell(ModelReceipt receipt, ModelItem item, decimal price, decimal quantity, string kind, string worth)
    {
        var value = Lei.Round(price * quantity);
        if (value == 0) return new(FiscalError.ProductZero);
        if (value > Highest) return new(FiscalError.ProductTooLarge);
        var change = Change(kind, worth, value);
        if (value + change < 0) return new(FiscalError.NegativeTurnover);
        if (receipt.Total + value + change > Highest) return new(FiscalError.ReceiptOverflow);
        receipt.Sell(new ModelLine(item, price, quantity, value, change));
        return Numbers();
    }

    private Expected Void(ModelReceipt receipt, ModelItem item, decimal price, decimal quantity)
    {
        if (receipt.Standing(item, price, quantity) is not { } line) return new(FiscalError.NoSuchLine);
        if (receipt.Gross(item.Group) < line.Net) return new(FiscalError.NegativeTurnover);
        receipt.Void(line);
        return Numbers();
    }

    private Expected Subtotal(string[] fields)
    {
        if (Receipt is not { } receipt) return new(FiscalError.ReceiptClosed);
        if (receipt.Payments.Count > 0) return new(FiscalError.PaymentBegun);
        if (fields[2] is not "" and not "0")
        {
            if (receipt.Total == 0) return new(FiscalError.NoItems);
            var change = Change(fields[2], fields[3], receipt.Total);
            if (receipt.Total + change < 0) return new(FiscalError.NegativeTurnover);
            if (receipt.Total + change > Highest) return new(FiscalError.ReceiptOverflow);
            receipt.Adjust(change);
        }

        string[] sums = [.. Enumerable.Range(0, Programmed.Length).Select(group => Lei.Text(receipt.Gross(group)))];
        return Expected.Answer([(Day.Receipts + 1).ToString(), Lei.Text(receipt.Total), .. sums]);
    }

    private Expected Pay(string[] fields)
    {
        if (Receipt is not { } receipt) return new(FiscalError.ReceiptClosed);
        if (receipt.Lines.Count == 0) return new(FiscalError.NoItems);
        if (receipt.Total == 0) return new(FiscalError.TotalZero);
        if (receipt.Due == 0) return new(FiscalError.SumAbove);
        var mode = int.Parse(fields[0]);
        var sum = fields[1].Length == 0 || decimal.Parse(fields[1]) == 0 ? receipt.Due : decimal.Parse(fields[1]);
        if (sum > receipt.Due && mode != Cash) return new(FiscalError.SumAbove);
        if (sum < receipt.Due && receipt.Payments.Count == 9) return new(FiscalError.LastPaymentShort);
        receipt.Pay(mode, sum);
        return Expected.Answer(receipt.Due > 0 ? ["D", Lei.Text(receipt.Due)] : ["R", Lei.Text(receipt.Change)]);
    }

    private Expected Text()
    {
        if (Receipt is not { } receipt) return new(FiscalError.ReceiptClosed);
        return receipt.Payments.Count > 0 ? new(FiscalError.PaymentBegun) : Expected.Any;
    }

    private Expected Close()
    {
        if (Receipt is not { } receipt) return new(FiscalError.ReceiptClosed);
        if (receipt.Lines.Count == 0) return new(FiscalError.NoItems);
        if (receipt.Total == 0) return new(FiscalError.TotalZero);
        if (receipt.Payments.Count == 0) return new(FiscalError.PaymentNotBegun);
        if (receipt.Due > 0) return new(FiscalError.SumBelow);
        if (IsDayTooLong) return new(FiscalError.DayTooLong);
        var answer = Numbers();
        Day.FirstReceipt ??= clock();
        Day.Take(receipt, _rates);
        foreach (var line in receipt.Lines.Where(line => !line.Voided && line.Item.Article > 0))
        {
            Articles[line.Item.Article - 1].Sold += line.Quantity;
            Articles[line.Item.Article - 1].Turnover += line.Net;
        }

        Receipt = null;
        return answer;
    }

    private Expected Cancel()
    {
        if (Receipt is null) return new(FiscalError.ReceiptClosed);
        Day.Cancelled.Add(Receipt.Total);
        Receipt = null;
        return Expected.Any;
    }

    private Expected ReportZ()
    {
        var answer = Sums();
        LastZ++;
        GrandTotal += Day.Total;
        Day = NewDay();
        return answer;
    }

    private Expected ServiceSum(string[] fields)
    {
        var sum = decimal.Parse(fields[1]);
        if (sum > 0 && IsDayTooLong) return new(FiscalError.DayTooLong);
        if (fields[0] == "1" && sum > Day.Drawer) return new(FiscalError.NotEnoughCash);
        if (sum > 0) (fields[0] == "0" ? Day.CashIn : Day.CashOut).Add(sum);
        return Expected.Answer([Lei.Text(Day.Drawer), Lei.Text(Day.CashIn.Sum()), Lei.Text(Day.CashOut.Sum())]);
    }

    private Expected Numbers() => Expected.Answer([(Day.Receipts + 1).ToString(), (LastZ + 1).ToString()]);

    private Expected Sums() => Expected.Answer([(LastZ + 1).ToString(), .. Day.Gross.Select(Lei.Text),
        Lei.Text(Day.Buyers.Sum(buyer => buyer.Total)), Lei.Text(Day.Buyers.Sum(buyer => buyer.Vat))]);

    private static decimal Change(string kind, string value, decimal of) => kind switch
    {
        "1" => Lei.Round(of * decimal.Parse(value) / 100),
        "2" => -Lei.Round(of * decimal.Parse(value) / 100),
        "3" => decimal.Parse(value),
        "4" => -decimal.Parse(value),
        _ => 0,
    };
}

/// <summary>What a command must come to: the first fields of its answer, or one of some refusals.</summary>
internal sealed record Expected(params FiscalError[] Refusals)
{
    /// <summary>Carried out; what it answers is not the model's business.</summary>
    public static Expected Any { get; } = new();

    public string[] Fields { get; private init; } = [];

    public bool IsRefused => Refusals.Length > 0;

    public static Expected Answer(string[] fields) => new() { Fields = fields };
}
