using Nf.Firmware.Access;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;
using Nf.Firmware.Sales;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Host.Commands;

/// <summary>The commands between opening a receipt and closing it: 48, 49, 51, 56, 57, 60.</summary>
internal sealed class SaleCommands
{
    private const int MaxTill = 99999;
    private const int MaxDepartment = 99;
    private const int BuyerField = 6;
    private const int FlightField = 5;
    private const int TravellerField = 7;

    private readonly ReceiptDesk _desk;
    private readonly RegisterIdentity _identity;
    private readonly WorkingState _state;
    private readonly DisplayPanel _panel;
    private readonly PasswordBook _passwords;
    private readonly ReceiptKeys _keys;
    private readonly SaleLine _line = new SaleLine();
    private readonly Adjustment _adjustment = new Adjustment();
    private readonly Traveller _traveller = new Traveller();
    private readonly byte[] _text = new byte[DatecsAnswer.MaxData];

    internal SaleCommands(RegisterParts parts)
    {
        _desk = parts.Receipts;
        _identity = parts.Identity;
        _state = parts.State;
        _panel = parts.Panel;
        _passwords = parts.Access.Passwords;
        _keys = new ReceiptKeys(parts);
    }

    /// <summary>
    /// 48: operator, password, till, "I" or nothing, buyer's code; at an airport the flight; the host's key; at an airport the
    /// buyer's name and document.
    /// </summary>
    internal FiscalError Open(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, long.MinValue, long.MaxValue, out long operatorNumber);
        if (error != FiscalError.None) return error;
        if (operatorNumber < 1 || operatorNumber > Holders.Operators) return FiscalError.WrongOperator;
        error = _passwords.Check((int)operatorNumber, request.Data, request.FieldOffset(1), request.FieldLength(1));
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 2, 1, MaxTill, out long till);
        if (error != FiscalError.None) return error;
        bool invoice = request.FieldEquals(3, "I");
        if (!invoice && !request.IsEmpty(3)) return FiscalErrors.Syntax(4);
        if (invoice && request.IsEmpty(4)) return FiscalError.BuyerMissing;
        error = Traveller(request);
        if (error == FiscalError.None) error = _keys.Begin(request, answer);
        if (error != FiscalError.None) return error;
        error = _desk.Open((int)operatorNumber, (int)till, Text(request, 4), _traveller);
        if (error != FiscalError.None) return error;
        Numbers(answer);
        return FiscalError.None;
    }

    /// <summary>49: name, group, price (minus voids), quantity, adjustment type and value, department, unit.</summary>
    internal FiscalError Sell(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = Line(request, out bool isVoid);
        if (error != FiscalError.None) return error;
        error = isVoid ? _desk.TakeOff(_line) : _desk.Sell(_line);
        if (error != FiscalError.None) return error;
        _panel.Sale(_line, isVoid ? -1 : 1);
        Numbers(answer);
        return FiscalError.None;
    }

    /// <summary>51: print, display, adjustment type and value.</summary>
    internal FiscalError Subtotal(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 1, 0, out long print);
        if (error == FiscalError.None) error = DatecsFields.Integer(request, 1, 0, 1, 0, out long _);
        if (error == FiscalError.None) error = Adjustment(request, 2, _adjustment);
        if (error == FiscalError.None) error = _desk.Subtotal(_adjustment, print == 1);
        if (error != FiscalError.None) return error;
        _panel.Sum("SUBTOTAL", _desk.Receipt.Total);
        answer.Ok();
        Number(answer, _desk.NextNumber);
        Sum(answer, _desk.Receipt.Total);
        for (int i = 0; i < VatGroups.Count; i++) Sum(answer, _desk.Receipt.Sums.Gross(i));
        return FiscalError.None;
    }

    /// <summary>56: issues the receipt.</summary>
    internal FiscalError Close(DatecsRequest request, DatecsAnswer answer)
    {
        Numbers(answer);
        return _desk.Issue();
    }

    /// <summary>57: the buyer's code in its seventh field, once; the protocol's other data of an invoice have no place here.</summary>
    internal FiscalError Buyer(DatecsRequest request, DatecsAnswer answer)
    {
        if (request.IsEmpty(BuyerField)) return FiscalError.BuyerMissing;
        FiscalError error = _desk.SetBuyer(Text(request, BuyerField));
        if (error == FiscalError.None) answer.Ok();
        return error;
    }

    /// <summary>60: gives the receipt up.</summary>
    internal FiscalError Cancel(DatecsRequest request, DatecsAnswer answer)
    {
        answer.Ok();
        FiscalError error = _desk.Cancel();
        if (error == FiscalError.None) _panel.Text("BON ANULAT");
        return error;
    }

    private FiscalError Traveller(DatecsRequest request)
    {
        if (request.FieldLength(FlightField) > Sales.Traveller.MaxFlight) return FiscalErrors.Syntax(FlightField + 1);
        for (int field = TravellerField; field <= TravellerField + 1; field++)
            if (request.FieldLength(field) > Sales.Traveller.MaxText) return FiscalErrors.Syntax(field + 1);
        _traveller.Set(Text(request, FlightField), Text(request, TravellerField), Text(request, TravellerField + 1));
        return FiscalError.None;
    }

    // Every answer of a receipt's commands names it: its number in the day, the day's Z, the fiscal memory.
    internal void Numbers(DatecsAnswer answer)
    {
        answer.Ok();
        Number(answer, _desk.NextNumber);
        Number(answer, _state.OpenDay);
        answer.Add(_identity.Fiscal.Series);
        answer.Tab();
    }

    private FiscalError Line(DatecsRequest request, out bool isVoid)
    {
        isVoid = false;
        FiscalError error = Name(request);
        if (error == FiscalError.None) error = Group(request);
        if (error != FiscalError.None) return error;
        if (request.IsEmpty(2)) return FiscalErrors.Syntax(3);
        error = DatecsFields.Decimal(request, 2, 2, 0, out long price);
        if (error != FiscalError.None) return error;
        isVoid = price < 0;
        if (price < -Amount.MaxPrice || price > Amount.MaxPrice) return FiscalError.PriceTooLarge;
        _line.Price = isVoid ? -price : price;
        error = DatecsFields.Decimal(request, 3, 3, 1000, out long quantity);
        if (error != FiscalError.None) return error;
        if (quantity > Amount.MaxQuantity) return FiscalError.QuantityTooLarge;
        if (quantity <= 0) return FiscalError.QuantityWrong;
        _line.Quantity = quantity;
        error = Adjustment(request, 4, _line.Adjustment);
        if (error == FiscalError.None) error = Department(request);
        return error == FiscalError.None ? Unit(request) : error;
    }

    private FiscalError Name(DatecsRequest request)
    {
        int length = request.FieldLength(0);
        if (length == 0 || length > SaleLine.MaxName) return FiscalErrors.Syntax(1);
        _line.NameLength = HostText.Decode(request.Data, request.FieldOffset(0), length, _line.Name, 0);
        for (int i = 0; i < _line.NameLength; i++)
            if (_line.Name[i] != ' ') return FiscalError.None;
        return FiscalErrors.Syntax(1);
    }

    private FiscalError Group(DatecsRequest request)
    {
        if (!request.TryInteger(1, long.MinValue, long.MaxValue, out long group)) return FiscalErrors.Syntax(2);
        if (group < 1 || group > VatGroups.Count) return FiscalError.VatGroupWrong;
        _line.Group = (int)group - 1;
        return FiscalError.None;
    }

    private FiscalError Department(DatecsRequest request)
    {
        _line.Department = 0;
        if (request.IsEmpty(6)) return FiscalError.None;
        if (!request.TryInteger(6, long.MinValue, long.MaxValue, out long department)) return FiscalErrors.Syntax(7);
        if (department < 0 || department > MaxDepartment) return FiscalError.DepartmentWrong;
        _line.Department = (int)department;
        return FiscalError.None;
    }

    private FiscalError Unit(DatecsRequest request)
    {
        int length = request.FieldLength(7);
        if (length > SaleLine.MaxUnit) return FiscalErrors.Syntax(8);
        _line.UnitLength = HostText.Decode(request.Data, request.FieldOffset(7), length, _line.Unit, 0);
        if (_line.UnitLength == 0) _line.UnitLength = Latin16.Write("BUC", _line.Unit, 0, SaleLine.MaxUnit);
        return FiscalError.None;
    }

    internal static FiscalError Adjustment(DatecsRequest request, int field, Adjustment adjustment)
    {
        FiscalError error = DatecsFields.Integer(request, field, 0, 4, 0, out long kind);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Decimal(request, field + 1, 2, 0, out long given);
        if (error != FiscalError.None) return error;
        if (kind == 0 ? given != 0 : given <= 0) return FiscalErrors.Value(field + 2);
        if (given > Amount.MaxPrice) return FiscalError.ValueTooLarge;
        adjustment.Set((AdjustmentKind)(int)kind, given);
        return FiscalError.None;
    }

    private string Text(DatecsRequest request, int field)
    {
        if (request.IsEmpty(field)) return "";
        int length = HostText.Decode(request.Data, request.FieldOffset(field), request.FieldLength(field), _text, 0);
        return Latin16.ToText(_text, 0, length);
    }

    private static void Number(DatecsAnswer answer, long number)
    {
        answer.AddNumber(number);
        answer.Tab();
    }

    private static void Sum(DatecsAnswer answer, long bani)
    {
        answer.AddAmount(bani);
        answer.Tab();
    }
}
