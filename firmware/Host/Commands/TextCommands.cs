using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Sales;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Host.Commands;

/// <summary>Free text and codes: 38, 42, 39 for a non-fiscal document, 54 in a receipt, 84 and 92 in either.</summary>
internal sealed class TextCommands
{
    private const int MaxDots = 10;
    private const int MinDots = 3;

    private readonly ReceiptDesk _receipts;
    private readonly NonFiscalDesk _free;
    private readonly FreeText _text;
    private readonly int _columns;
    private readonly byte[] _line = new byte[FreeText.MaxLength];
    private readonly Symbol _symbol = new Symbol();
    private LineStyle _style;
    private TextAlign _align;

    internal TextCommands(RegisterParts parts)
    {
        _receipts = parts.Receipts;
        _free = parts.NonFiscal;
        _text = parts.FreeText;
        _columns = parts.Devices.Printer.Columns;
    }

    /// <summary>38: "1" for no header, which the norms forbid (art. 33 A b)): it is printed all the same.</summary>
    internal FiscalError Open(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 1, 0, out long _);
        if (error == FiscalError.None) error = _free.Open();
        if (error == FiscalError.None) Number(answer);
        return error;
    }

    /// <summary>42: text, may be empty; bold, italic, height, underline, align.</summary>
    internal FiscalError NonFiscalText(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = _free.BeginPart(out int mark);
        if (error == FiscalError.None) error = Attributes(request);
        int length = request.FieldLength(0);
        if (error == FiscalError.None && length > FreeText.MaxLength) error = FiscalErrors.Syntax(1);
        if (error != FiscalError.None) return error;
        Decode(request, length);
        if (!_free.Allows(_line, length)) return FiscalError.TextForbidden;
        _text.Text(_line, length, _style, _align);
        answer.Ok();
        return _free.EndPart(mark);
    }

    /// <summary>39: prints the document.</summary>
    internal FiscalError Close(DatecsRequest request, DatecsAnswer answer)
    {
        Number(answer);
        return _free.Close();
    }

    /// <summary>54: text; bold, italic, height, underline, align.</summary>
    internal FiscalError ReceiptText(DatecsRequest request, DatecsAnswer answer)
    {
        int length = request.FieldLength(0);
        if (length == 0 || length > FreeText.MaxLength) return FiscalErrors.Syntax(1);
        FiscalError error = Attributes(request);
        if (error != FiscalError.None) return error;
        error = _receipts.BeginText(out int mark);
        if (error != FiscalError.None) return error;
        Decode(request, length);
        _text.Text(_line, length, _style, _align);
        answer.Ok();
        return _receipts.AddedText(mark);
    }

    /// <summary>92: 1 for a row of "-", 2 for "- ", 3 for "=".</summary>
    internal FiscalError Separator(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 1, 3, out long kind);
        if (error != FiscalError.None) return error;
        error = BeginPart(out int mark);
        if (error != FiscalError.None) return error;
        _text.Separator(kind == 3 ? '=' : '-', kind == 2);
        answer.Ok();
        return EndPart(mark);
    }

    /// <summary>84: 1 EAN-8, 2 EAN-13, 3 Code 128, 4 QR; its content; the size of a QR code's modules, which the printer chooses.</summary>
    internal FiscalError Code(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 1, 4, out long kind);
        if (error == FiscalError.None) error = DatecsFields.Integer(request, 2, MinDots, MaxDots, MinDots, out long _);
        if (error == FiscalError.None) error = Content(request, (int)kind);
        if (error != FiscalError.None) return error;
        error = BeginPart(out int mark);
        if (error != FiscalError.None) return error;
        if (_free.IsOpen && !_free.Allows(_symbol.Text, _symbol.Length)) return FiscalError.TextForbidden;
        _text.Code(_symbol);
        answer.Ok();
        return EndPart(mark);
    }

    private FiscalError Content(DatecsRequest request, int kind)
    {
        int length = request.FieldLength(1);
        if (length == 0 || length > Symbol.MaxLength) return FiscalErrors.Syntax(2);
        _symbol.Begin(Style(kind));
        HostText.Decode(request.Data, request.FieldOffset(1), length, _symbol.Text, 0);
        return _symbol.Set(length, _columns) ? FiscalError.None : FiscalErrors.Value(2);
    }

    private static LineStyle Style(int kind)
    {
        switch (kind)
        {
            case 1: return LineStyle.Ean8;
            case 2: return LineStyle.Ean13;
            case 3: return LineStyle.Code128;
            default: return LineStyle.QrCode;
        }
    }

    private FiscalError BeginPart(out int mark) => _free.IsOpen ? _free.BeginPart(out mark) : _receipts.BeginText(out mark);

    private FiscalError EndPart(int mark) => _free.IsOpen ? _free.EndPart(mark) : _receipts.AddedText(mark);

    private FiscalError Attributes(DatecsRequest request)
    {
        FiscalError error = DatecsFields.Integer(request, 1, 0, 1, 0, out long bold);
        if (error == FiscalError.None) error = DatecsFields.Integer(request, 2, 0, 1, 0, out long _);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 3, 0, 1, 0, out long tall);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 4, 0, 1, 0, out long underlined);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 5, 0, 2, 0, out long align);
        _style = FreeText.Style(bold == 1, tall == 1, underlined == 1);
        _align = (TextAlign)(int)align;
        return error;
    }

    private void Decode(DatecsRequest request, int length) => HostText.Decode(request.Data, request.FieldOffset(0), length, _line, 0);

    private void Number(DatecsAnswer answer)
    {
        answer.Ok();
        answer.AddNumber(_free.NextNumber);
        answer.Tab();
    }
}
