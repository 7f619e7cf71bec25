using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.Programming;
using Nf.Firmware.Sales;

namespace Nf.Firmware.Host.Commands;

/// <summary>58: sells a programmed article, or takes it back.</summary>
internal sealed class ArticleSaleCommand
{
    /// <summary>Digits of an article's number at most; more are a bar code.</summary>
    private const int MaxNumberDigits = 6;

    private readonly ReceiptDesk _desk;
    private readonly SaleCommands _sale;
    private readonly DisplayPanel _panel;
    private readonly ArticleSale _articles;
    private readonly SaleLine _line = new SaleLine();

    internal ArticleSaleCommand(RegisterParts parts, SaleCommands sale)
    {
        _desk = parts.Receipts;
        _panel = parts.Panel;
        _sale = sale;
        _articles = new ArticleSale(parts.Shop);
    }

    /// <summary>58: number or bar code (minus voids), quantity, price, adjustment type and value.</summary>
    internal FiscalError Execute(DatecsRequest request, DatecsAnswer answer)
    {
        if (!_desk.Receipt.IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = Find(request, out bool isVoid);
        if (error == FiscalError.None) error = Numbers(request);
        if (error == FiscalError.None) error = Price(request, isVoid);
        if (error == FiscalError.None) error = SaleCommands.Adjustment(request, 3, _line.Adjustment);
        if (error != FiscalError.None) return error;
        error = isVoid ? _desk.TakeOff(_line) : _desk.Sell(_line);
        if (error != FiscalError.None) return error;
        _panel.Sale(_line, isVoid ? -1 : 1);
        _sale.Numbers(answer);
        return FiscalError.None;
    }

    private FiscalError Find(DatecsRequest request, out bool isVoid)
    {
        isVoid = request.FirstChar(0) == '-';
        int digits = request.FieldLength(0) - (isVoid ? 1 : 0);
        if (digits > MaxNumberDigits) return FindBarcode(request, request.FieldLength(0) - digits, digits);
        if (!request.TryInteger(0, long.MinValue, long.MaxValue, out long number)) return FiscalErrors.Syntax(1);
        if (number < 0) number = -number;
        return number <= ArticleTable.Count ? _articles.Take((int)number, _line) : FiscalError.ArticleUnknown;
    }

    private FiscalError FindBarcode(DatecsRequest request, int sign, int digits)
    {
        long barcode = Barcode.Parse(request.Data, request.FieldOffset(0) + sign, digits);
        return barcode == 0 ? FiscalErrors.Syntax(1) : _articles.TakeBarcode(barcode, _line);
    }

    private FiscalError Numbers(DatecsRequest request)
    {
        FiscalError error = DatecsFields.Decimal(request, 1, 3, 1000, out long quantity);
        if (error != FiscalError.None) return error;
        if (quantity > Amount.MaxQuantity) return FiscalError.QuantityTooLarge;
        _line.Quantity = quantity;
        return quantity <= 0 ? FiscalError.QuantityWrong : FiscalError.None;
    }

    private FiscalError Price(DatecsRequest request, bool isVoid)
    {
        FiscalError error = DatecsFields.Decimal(request, 2, 2, 0, out long price);
        if (error != FiscalError.None) return error;
        if (price < 0) return FiscalErrors.Value(3);
        if (price > Amount.MaxPrice) return FiscalError.PriceTooLarge;
        return _articles.TakePrice(price, isVoid, _line);
    }
}
