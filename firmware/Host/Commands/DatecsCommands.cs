using Nf.Firmware.Errors;

namespace Nf.Firmware.Host.Commands;

/// <summary>The commands of the Datecs protocol in its Romanian form, by number.</summary>
/// <remarks>
/// A class of commands takes the <see cref="RegisterParts"/>; each command is one method that reads the request, fills the
/// answer and returns the error. A new command is a line in <see cref="Run"/>, and one in <see cref="CommandGate"/> when it
/// may not run inside an open document.
/// </remarks>
internal sealed class DatecsCommands : ICommandHandler
{
    private readonly RegisterParts _parts;
    private readonly CommandGate _gate;
    private readonly SaleCommands _sale;
    private readonly TextCommands _text;
    private readonly PaymentCommand _payment;
    private readonly DayCommands _day;
    private readonly DeviceCommands _device;
    private readonly DisplayCommands _display;
    private readonly TransactionCommands _transaction;
    private readonly InformationCommands _information;
    private readonly ReportCommands _reports;
    private readonly FiscalMemoryCommands _fiscalMemory;
    private readonly JournalCommands _journal;
    private readonly DiagnosticCommands _diagnostics;
    private readonly CounterCommands _counters;
    private readonly ArticleCommands _articles;
    private readonly ArticleSaleCommand _articleSale;
    private readonly ShopReportCommands _shop;
    private readonly VariableCommands _variables;
    private readonly HeaderCommands _header;
    private readonly FiscalisationCommands _fiscalisation;
    private readonly AccessCommands _access;
    private readonly MessageCommands _messages;

    internal DatecsCommands(RegisterParts parts)
    {
        _parts = parts;
        _gate = new CommandGate(parts);
        _sale = new SaleCommands(parts);
        _text = new TextCommands(parts);
        _payment = new PaymentCommand(parts);
        _shop = new ShopReportCommands(parts);
        _day = new DayCommands(parts, _shop);
        _device = new DeviceCommands(parts);
        _display = new DisplayCommands(parts);
        _transaction = new TransactionCommands(parts);
        _information = new InformationCommands(parts);
        _reports = new ReportCommands(parts);
        _fiscalMemory = new FiscalMemoryCommands(parts);
        _journal = new JournalCommands(parts);
        _diagnostics = new DiagnosticCommands(parts);
        _counters = new CounterCommands(parts);
        _articles = new ArticleCommands(parts);
        _articleSale = new ArticleSaleCommand(parts, _sale);
        _variables = new VariableCommands(parts);
        _header = new HeaderCommands(parts);
        _fiscalisation = new FiscalisationCommands(parts);
        _access = new AccessCommands(parts);
        _messages = new MessageCommands(parts);
    }

    /// <inheritdoc/>
    public bool Execute(DatecsRequest request, DatecsAnswer answer)
    {
        _parts.Issuer.AnswerWith(request, answer);
        FiscalError error = _gate.Check(request);
        if (error == FiscalError.None) error = Run(request, answer);
        _parts.Issuer.AnswerWith(null, null);
        if (error == FiscalError.Busy) return false;
        if (error == FiscalError.CommandUnknown)
        {
            answer.Clear();
            answer.UnknownCommand = true;
        }
        else if (error != FiscalError.None)
        {
            if (error == FiscalError.PasswordDelayed) RefuseFor(answer, _parts.Access.Passwords.Delay);
            if (!answer.IsWholeRefusal) answer.Error((int)error);
            answer.SyntaxError = FiscalErrors.IsSyntax(error);
            answer.NotPermitted = FiscalErrors.IsNotPermitted(error);
            answer.Overflow = FiscalErrors.IsOverflow(error);
        }

        return true;
    }

    // Too many wrong passwords: the second field says how many seconds to wait.
    private static void RefuseFor(DatecsAnswer answer, int seconds)
    {
        answer.Refuse((int)FiscalError.PasswordDelayed);
        answer.AddNumber(seconds);
        answer.Tab();
    }

    /// <inheritdoc/>
    public void WriteStatus(byte[] status) => _parts.Status.Write(status);

    private FiscalError Run(DatecsRequest request, DatecsAnswer answer)
    {
        switch (request.Command)
        {
            case 33: return _display.Clear(request, answer);
            case 35: return _display.Lower(request, answer);
            case 38: return _text.Open(request, answer);
            case 39: return _text.Close(request, answer);
            case 42: return _text.NonFiscalText(request, answer);
            case 43: return _header.Run(request, answer);
            case 44: return _device.Feed(request, answer);
            case 45: return _device.HostMode(request, answer);
            case 46: return _device.Cut(request, answer);
            case 47: return _display.Upper(request, answer);
            case 48: return _sale.Open(request, answer);
            case 49: return _sale.Sell(request, answer);
            case 50: return _information.VatRates(request, answer);
            case 51: return _sale.Subtotal(request, answer);
            case 53: return _payment.Pay(request, answer);
            case 54: return _text.ReceiptText(request, answer);
            case 56: return _sale.Close(request, answer);
            case 57: return _sale.Buyer(request, answer);
            case 58: return _articleSale.Execute(request, answer);
            case 60: return _sale.Cancel(request, answer);
            case 61: return _fiscalisation.SetClock(request, answer);
            case 62: return _information.Time(request, answer);
            case 64: return _fiscalMemory.LastClosure(request, answer);
            case 65: return _counters.Groups(request, answer);
            case 68: return _fiscalMemory.ClosuresLeft(request, answer);
            case 69: return request.FieldEquals(0, "J") ? _reports.OpenDay(request, answer) : _day.Report(request, answer);
            case 70: return _day.ServiceSum(request, answer);
            case 71: return _diagnostics.Print(request, answer);
            case 72: return _fiscalisation.Fiscalise(request, answer);
            case 74: return _transaction.Status(request, answer);
            case 76: return _transaction.State(request, answer);
            case 80: return _device.Beep(request, answer);
            case 83: return _fiscalisation.SetRates(request, answer);
            case 84: return _text.Code(request, answer);
            case 86: return _fiscalMemory.LastMoment(request, answer);
            case 87: return _shop.Groups(request, answer);
            case 88: return _shop.Departments(request, answer);
            case 89: return _fiscalMemory.Test(request, answer);
            case 90: return _information.Diagnostics(request, answer);
            case 91: return _fiscalisation.SetSerial(request, answer);
            case 92: return _text.Separator(request, answer);
            case 94: return _reports.ByDate(request, answer);
            case 95: return _reports.ByNumber(request, answer);
            case 99: return _fiscalisation.TaxNumber(request, answer);
            case 100: return _information.Explain(request, answer);
            case 101: return _access.ChangePassword(request, answer);
            case 103: return _transaction.Sums(request, answer);
            case 105: return _shop.Operators(request, answer);
            case 106: return _device.OpenDrawer(request, answer);
            case 107: return _articles.Execute(request, answer);
            case 110: return _counters.Counters(request, answer);
            case 111: return _shop.Articles(request, answer);
            case 112: return _shop.Operator(request, answer);
            case 116: return _fiscalMemory.Raw(request, answer);
            case 123: return _information.Device(request, answer);
            case 124: return _journal.Search(request, answer);
            case 125: return _journal.Read(request, answer);
            case 127: return _device.Image(request, answer);
            case 128: return _messages.Export(request, answer);
            case 149: return _access.Mode(request, answer);
            case 202: return _device.Image(request, answer);
            case 255: return _variables.Execute(request, answer);
            case 253: return _access.Service(request, answer);
            default: return FiscalError.CommandUnknown;
        }
    }
}
