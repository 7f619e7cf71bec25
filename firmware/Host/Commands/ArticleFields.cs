using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.Programming;
using Nf.Firmware.Text;

namespace Nf.Firmware.Host.Commands;

/// <summary>An article as the fields of command 107, both ways.</summary>
internal sealed class ArticleFields
{
    private const int MaxGroup = 99;
    private const int MaxUnit = 19;
    private const int FirstBarcode = 9;
    private const int NameField = 13;

    private readonly byte[] _text = new byte[Article.MaxName];

    /// <summary>Reads number, VAT group, department, group, price type, price, bar codes, name, unit: fields 2 to 15.</summary>
    internal FiscalError Read(DatecsRequest request, Article article)
    {
        FiscalError error = Number(request, 1, out int number);
        if (error != FiscalError.None) return error;
        article.Number = number;
        int group = request.FirstChar(2) - 'A';
        if (request.FieldLength(2) != 1) return FiscalErrors.Syntax(3);
        if (group < 0 || group >= VatGroups.Count) return FiscalError.VatGroupWrong;
        article.Group = group;
        error = Classes(request, article);
        if (error == FiscalError.None) error = Price(request, article);
        if (error == FiscalError.None) error = Barcodes(request, article);
        return error == FiscalError.None ? Name(request, article) : error;
    }

    /// <summary>An article's number.</summary>
    internal static FiscalError Number(DatecsRequest request, int field, out int number)
    {
        FiscalError error = DatecsFields.Integer(request, field, 1, ArticleTable.Count, out long value);
        number = (int)value;
        return error;
    }

    /// <summary>Adds the fields of an answer about an article, its counter and stock with them.</summary>
    internal void Write(DatecsAnswer answer, Article article, Counter counter)
    {
        Whole(answer, article.Number);
        _text[0] = (byte)VatGroups.Letter(article.Group);
        answer.Add(_text, 0, 1);
        answer.Tab();
        Whole(answer, article.Department);
        Whole(answer, article.ArticleGroup);
        Whole(answer, (int)article.PriceType);
        answer.AddAmount(article.Price);
        answer.Tab();
        answer.AddAmount(counter.Sum);
        answer.Tab();
        answer.AddQuantity(counter.Count);
        answer.Tab();
        answer.AddQuantity(counter.Stock);
        answer.Tab();
        for (int i = 0; i < Article.MaxBarcodes; i++) WriteBarcode(answer, article.BarcodeAt(i));
        answer.AddLatin(article.Name, 0, article.NameLength);
        answer.Tab();
        Whole(answer, article.Unit);
    }

    private static FiscalError Classes(DatecsRequest request, Article article)
    {
        FiscalError error = DatecsFields.Integer(request, 3, long.MinValue, long.MaxValue, 0, out long department);
        if (error != FiscalError.None) return error;
        if (department < 0 || department > Counters.Departments) return FiscalError.DepartmentWrong;
        error = DatecsFields.Integer(request, 4, 1, MaxGroup, 1, out long group);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 14, long.MinValue, long.MaxValue, 0, out long unit);
        if (error != FiscalError.None) return error;
        if (unit < 0 || unit > MaxUnit) return FiscalError.UnitWrong;
        article.Department = (int)department;
        article.ArticleGroup = (int)group;
        article.Unit = (int)unit;
        return FiscalError.None;
    }

    private static FiscalError Price(DatecsRequest request, Article article)
    {
        FiscalError error = DatecsFields.Integer(request, 5, long.MinValue, long.MaxValue, 0, out long type);
        if (error != FiscalError.None) return error;
        if (type < 0 || type > (int)PriceType.Maximum) return FiscalError.PriceTypeWrong;
        error = DatecsFields.Decimal(request, 6, 2, 0, out long price);
        if (error != FiscalError.None) return error;
        if (price < 0) return FiscalErrors.Value(7);
        if (price > Amount.MaxPrice) return FiscalError.PriceTooLarge;
        if (price == 0 && type != (int)PriceType.Free) return FiscalError.ArticleHasNoPrice;
        article.PriceType = (PriceType)(int)type;
        article.Price = price;
        return FiscalError.None;
    }

    private static FiscalError Barcodes(DatecsRequest request, Article article)
    {
        for (int i = 0; i < Article.MaxBarcodes; i++)
        {
            int field = FirstBarcode + i;
            long barcode = Barcode.Parse(request.Data, request.FieldOffset(field), request.FieldLength(field));
            if (barcode == 0 && !request.IsEmpty(field)) return FiscalErrors.Syntax(field + 1);
            article.SetBarcode(i, barcode);
        }

        return FiscalError.None;
    }

    private FiscalError Name(DatecsRequest request, Article article)
    {
        int length = request.FieldLength(NameField);
        if (length > Article.MaxName) return FiscalError.NameTooLong;
        HostText.Decode(request.Data, request.FieldOffset(NameField), length, _text, 0);
        while (length > 0 && _text[length - 1] == ' ') length--;
        if (length == 0) return FiscalErrors.Syntax(NameField + 1);
        for (int i = 0; i < length; i++) article.Name[i] = _text[i];
        article.NameLength = length;
        return FiscalError.None;
    }

    private void WriteBarcode(DatecsAnswer answer, long barcode)
    {
        int length = Barcode.Length(barcode);
        if (length > 0) answer.Add(_text, 0, DecimalText.WritePadded(_text, 0, Barcode.Digits(barcode), length));
        answer.Tab();
    }

    private static void Whole(DatecsAnswer answer, int number)
    {
        answer.AddNumber(number);
        answer.Tab();
    }
}
