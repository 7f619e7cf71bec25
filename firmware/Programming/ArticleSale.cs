using System;
using Nf.Firmware.Errors;
using Nf.Firmware.Sales;

namespace Nf.Firmware.Programming;

/// <summary>Makes an article of the base a line of a receipt: its name, VAT group, unit and price (norms, art. 33 A d)).</summary>
internal sealed class ArticleSale
{
    private readonly ShopTables _shop;
    private readonly Article _article = new Article();

    internal ArticleSale(ShopTables shop) => _shop = shop;

    /// <summary>Takes an article by its number.</summary>
    internal FiscalError Take(int number, SaleLine line)
    {
        if (number < 1 || !_shop.Articles.Read(number, _article)) return FiscalError.ArticleUnknown;
        Fill(line);
        return FiscalError.None;
    }

    /// <summary>Takes an article by a bar code.</summary>
    internal FiscalError TakeBarcode(long barcode, SaleLine line)
    {
        if (!_shop.Articles.Find(barcode, _article)) return FiscalError.BarcodeUnknown;
        Fill(line);
        return FiscalError.None;
    }

    /// <summary>Takes the price that the host gives, if the article lets it.</summary>
    /// <param name="price">Bani; 0 for the programmed price.</param>
    /// <param name="isVoid">The line sold before decides about the price, not the article.</param>
    /// <param name="line">Gets the price.</param>
    internal FiscalError TakePrice(long price, bool isVoid, SaleLine line)
    {
        line.Price = price == 0 ? _article.Price : price;
        if (line.Price == 0) return FiscalError.ArticleHasNoPrice;
        if (isVoid || _article.PriceType == PriceType.Free || line.Price == _article.Price) return FiscalError.None;
        if (_article.PriceType == PriceType.Fixed) return FiscalError.PriceFixed;
        return line.Price > _article.Price ? FiscalError.PriceAboveProgrammed : FiscalError.None;
    }

    private void Fill(SaleLine line)
    {
        Array.Copy(_article.Name, 0, line.Name, 0, _article.NameLength);
        line.NameLength = _article.NameLength;
        line.Group = _article.Group;
        line.UnitLength = _shop.Names.ReadUnit(_article.Unit);
        Array.Copy(_shop.Names.Text, 0, line.Unit, 0, line.UnitLength);
        line.Department = _article.Department;
        line.Article = _article.Number;
        line.ArticleGroup = _article.ArticleGroup;
    }
}
