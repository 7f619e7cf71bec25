using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Sales;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware;

/// <summary>What the customer's display shows: the sale as it goes, a greeting, or why the register cannot sell.</summary>
internal sealed class DisplayPanel
{
    private const int Columns = 20;
    private const int PageTime = 2000;

    private readonly ICustomerDisplay _display;
    private readonly IUptime _uptime;
    private readonly RegisterIdentity _identity;
    private readonly TextLine _line = new TextLine(Columns);
    private FiscalError _shown = FiscalError.Busy;
    private bool _showsNext;
    private long _pageSince;

    internal DisplayPanel(ICustomerDisplay display, IUptime uptime, RegisterIdentity identity)
    {
        _display = display;
        _uptime = uptime;
        _identity = identity;
    }

    /// <summary>Shows what blocks the register: cause and next step in turn.</summary>
    internal void Turn(FiscalError blocked)
    {
        if (blocked == FiscalError.Busy) return;
        bool newPage = blocked != FiscalError.None && _uptime.Milliseconds - _pageSince >= PageTime;
        if (blocked == _shown && !newPage) return;
        if (blocked == FiscalError.None)
        {
            Greet();
        }
        else
        {
            _showsNext = blocked == _shown && !_showsNext;
            Page(_showsNext ? FiscalErrors.Next(blocked) : FiscalErrors.Cause(blocked));
        }

        _shown = blocked;
    }

    internal void Sale(SaleLine line, int sign)
    {
        _line.Clear();
        _line.Add(line.Name, 0, line.NameLength);
        string upper = Shown();
        _line.Clear();
        _line.AddQuantity(line.Quantity);
        _line.Add(" X ");
        _line.AddAmount(line.Price);
        int right = _line.StartRight();
        _line.AddAmount(sign * line.Net);
        _line.AlignRight(right);
        _display.Show(upper, Shown());
    }

    internal void Sum(string name, long bani) => Pair(name, bani, "", 0);

    internal void Payment(long total, long due, long change)
    {
        if (due > 0) Pair("TOTAL", total, "DE PLATĂ", due);
        else Pair("TOTAL", total, "REST", change);
    }

    internal void Text(string upper, string lower) => _display.Show(upper, lower);

    private void Pair(string upperName, long upper, string lowerName, long lower)
    {
        string first = Amount(upperName, upper);
        _display.Show(first, lowerName.Length == 0 ? "" : Amount(lowerName, lower));
    }

    private string Amount(string name, long bani)
    {
        _line.Clear();
        _line.Add(name);
        int right = _line.StartRight();
        _line.AddAmount(bani);
        _line.AlignRight(right);
        return Shown();
    }

    private string Shown() => Latin16.ToText(_line.Bytes, 0, _line.Length);

    private void Greet()
    {
        _line.Clear();
        if (_identity.Header.Count > 0) _line.Add(_identity.Header.Line(0), 0, _identity.Header.Line(0).Length);
        _line.Centre();
        string upper = Shown();
        _line.Clear();
        _line.Add("BUN VENIT");
        _line.Centre();
        _display.Show(upper, Shown());
    }

    private void Page(string text)
    {
        _pageSince = _uptime.Milliseconds;
        int cut = BreakAt(text);
        int rest = text.Length - cut < Columns ? text.Length - cut : Columns;
        _display.Show(text.Substring(0, cut < Columns ? cut : Columns), text.Substring(cut, rest));
    }

    // The last space that lets the first line fit.
    private static int BreakAt(string text)
    {
        if (text.Length <= Columns) return text.Length;
        for (int i = Columns; i > 0; i--)
            if (text[i] == ' ') return i + 1;
        return Columns;
    }
}
