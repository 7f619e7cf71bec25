using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Sales;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware;

/// <summary>What the customer's display shows: the sale as it goes, a greeting, or why the register cannot sell.</summary>
internal sealed class DisplayPanel
{
    /// <summary>Characters of a line.</summary>
    internal const int Columns = 20;

    private const int PageTime = 2000;

    private readonly ICustomerDisplay _display;
    private readonly IUptime _uptime;
    private readonly RegisterIdentity _identity;
    private readonly TextLine _line = new TextLine(Columns);
    private FiscalError _shown = FiscalError.Busy;
    private string _text = "";
    private int _at;
    private bool _isNextStep;
    private long _pageSince;

    internal DisplayPanel(ICustomerDisplay display, IUptime uptime, RegisterIdentity identity)
    {
        _display = display;
        _uptime = uptime;
        _identity = identity;
    }

    /// <summary>What stands in the upper line.</summary>
    internal string Upper { get; private set; } = "";

    /// <summary>What stands in the lower line.</summary>
    internal string Lower { get; private set; } = "";

    /// <summary>Shows what blocks the register: cause and next step in turn, in as many pages as they take.</summary>
    internal void Turn(FiscalError blocked)
    {
        if (blocked == FiscalError.Busy) return;
        bool same = blocked == _shown;
        if (same && (blocked == FiscalError.None || _uptime.Milliseconds - _pageSince < PageTime)) return;
        _shown = blocked;
        if (blocked == FiscalError.None)
        {
            Greet();
            return;
        }

        if (!same) Take(FiscalErrors.Cause(blocked), false);
        else if (_at >= _text.Length) Take(_isNextStep ? FiscalErrors.Cause(blocked) : FiscalErrors.Next(blocked), !_isNextStep);
        Page();
    }

    internal void Sale(SaleLine line, int sign)
    {
        _line.Clear();
        _line.Add(line.Name, 0, line.NameLength);
        string upper = Shown();
        string amount = Amount("", sign * line.Net);
        _line.Clear();
        _line.AddQuantity(line.Quantity);
        _line.Add(" X ");
        _line.AddAmount(line.Price);
        int room = Room(amount);
        if (_line.Length < room) amount = Shown() + amount.Substring(_line.Length, Columns - _line.Length);
        Text(upper, amount);
    }

    internal void Sum(string name, long bani) => Pair(name, bani, "", 0);

    internal void Payment(long total, long due, long change)
    {
        if (due > 0) Pair("TOTAL", total, "DE PLATĂ", due);
        else Pair("TOTAL", total, "REST", change);
    }

    internal void Text(string upper, string lower)
    {
        Upper = upper;
        Lower = lower;
        _display.Show(upper, lower);
    }

    private void Pair(string upperName, long upper, string lowerName, long lower)
    {
        string first = Amount(upperName, upper);
        Text(first, lowerName.Length == 0 ? "" : Amount(lowerName, lower));
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

    // Columns left of an amount on the right: half of what stands there would be worse than nothing.
    private static int Room(string amount)
    {
        int room = 0;
        while (room < amount.Length && amount[room] == ' ') room++;
        return room;
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
        Text(upper, Shown());
    }

    private void Take(string text, bool isNextStep)
    {
        _text = text;
        _isNextStep = isNextStep;
        _at = 0;
    }

    private void Page()
    {
        _pageSince = _uptime.Milliseconds;
        string upper = NextLine();
        Text(upper, NextLine());
    }

    private string NextLine()
    {
        int end = LineEnd(_text, _at);
        string line = _text.Substring(_at, end - _at);
        _at = end;
        while (_at < _text.Length && _text[_at] == ' ') _at++;
        return line;
    }

    // Words stay whole: none of ours is wider than the display.
    private static int LineEnd(string text, int start)
    {
        int end = start + Columns;
        if (end >= text.Length) return text.Length;
        for (int i = end; i > start; i--)
            if (text[i] == ' ') return i;
        return end;
    }
}
