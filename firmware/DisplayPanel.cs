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

    private const int Utf8Length = 3 * Columns;

    private readonly ICustomerDisplay _display;
    private readonly IUptime _uptime;
    private readonly RegisterIdentity _identity;
    private readonly TextLine _upper = new TextLine(Columns);
    private readonly TextLine _lower = new TextLine(Columns);
    private readonly byte[] _upperText = new byte[Utf8Length];
    private readonly byte[] _lowerText = new byte[Utf8Length];
    private FiscalError _shown = FiscalError.Busy;
    private string _text = "";
    private int _at;
    private bool _isNextStep;
    private bool _isExplaining;
    private long _pageSince;
    private int _daysLeft = -1;

    internal DisplayPanel(ICustomerDisplay display, IUptime uptime, RegisterIdentity identity)
    {
        _display = display;
        _uptime = uptime;
        _identity = identity;
    }

    /// <summary>Shows what blocks the register: cause and next step in turn, in as many pages as they take.</summary>
    /// <param name="blocked">Why, or what else the register has to say while nobody buys; None for the greeting.</param>
    /// <param name="daysLeft">Days until it blocks because ANAF lacks its days (norms, annex 11, art. 9); below 0 to say nothing.</param>
    internal void Turn(FiscalError blocked, int daysLeft)
    {
        if (blocked == FiscalError.Busy || IsExplaining()) return;
        bool same = blocked == _shown && daysLeft == _daysLeft;
        _daysLeft = daysLeft;
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

    /// <summary>Shows once, page after page, what is wrong with a file, and what to do; then what is shown otherwise.</summary>
    internal void Explain(string file, FiscalError error)
    {
        Take(string.Concat(new string[] { file, ": ", FiscalErrors.Cause(error), ". ", FiscalErrors.Next(error) }), false);
        _isExplaining = true;
        Page();
    }

    internal void Sale(SaleLine line, int sign)
    {
        _upper.Clear();
        _upper.Add(line.Name, 0, line.NameLength);
        _lower.Clear();
        _lower.AddQuantity(line.Quantity);
        _lower.Add(" X ");
        _lower.AddAmount(line.Price);
        int right = _lower.StartRight();
        _lower.AddAmount(sign * line.Net);
        if (_lower.Length == Columns)
        {
            // Half of what stands left of the amount would be worse than nothing.
            _lower.Clear();
            right = _lower.StartRight();
            _lower.AddAmount(sign * line.Net);
        }

        _lower.AlignRight(right);
        Show();
    }

    internal void Sum(string name, long bani)
    {
        Amount(_upper, name, bani);
        _lower.Clear();
        Show();
    }

    internal void Payment(long total, long due, long change)
    {
        Amount(_upper, "TOTAL", total);
        if (due > 0) Amount(_lower, "DE PLATĂ", due);
        else Amount(_lower, "REST", change);
        Show();
    }

    /// <summary>Shows a text and an empty lower line.</summary>
    internal void Text(string upper)
    {
        _upper.Clear();
        _upper.Add(upper);
        _lower.Clear();
        Show();
    }

    /// <summary>Replaces the upper line alone.</summary>
    internal void Upper(byte[] latin16, int count)
    {
        _upper.Clear();
        _upper.Add(latin16, 0, count);
        Show();
    }

    /// <summary>Replaces the lower line alone.</summary>
    internal void Lower(byte[] latin16, int count)
    {
        _lower.Clear();
        _lower.Add(latin16, 0, count);
        Show();
    }

    private bool IsExplaining()
    {
        if (!_isExplaining) return false;
        if (_uptime.Milliseconds - _pageSince < PageTime) return true;
        _isExplaining = _at < _text.Length;
        if (_isExplaining) Page();
        else _shown = FiscalError.Busy;
        return _isExplaining;
    }

    private static void Amount(TextLine line, string name, long bani)
    {
        line.Clear();
        line.Add(name);
        int right = line.StartRight();
        line.AddAmount(bani);
        line.AlignRight(right);
    }

    private void Show()
    {
        int upper = Latin16.ToUtf8(_upper.Bytes, 0, _upper.Length, _upperText, 0);
        int lower = Latin16.ToUtf8(_lower.Bytes, 0, _lower.Length, _lowerText, 0);
        _display.Show(_upperText, upper, _lowerText, lower);
    }

    private void Greet()
    {
        _upper.Clear();
        if (_identity.Header.Count > 0) _upper.Add(_identity.Header.Line(0), 0, _identity.Header.Line(0).Length);
        _upper.Centre();
        _lower.Clear();
        if (_daysLeft < 0)
        {
            _lower.Add("BUN VENIT");
        }
        else
        {
            _lower.Add("BLOCARE ÎN ");
            _lower.AddNumber(_daysLeft);
            _lower.Add(_daysLeft == 1 ? " ZI" : " ZILE");
        }

        _lower.Centre();
        Show();
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
        NextLine(_upper);
        NextLine(_lower);
        Show();
    }

    private void NextLine(TextLine line)
    {
        int end = LineEnd(_text, _at);
        line.Clear();
        while (_at < end) line.Add(Latin16.FromUnicode(_text[_at++]));
        while (_at < _text.Length && _text[_at] == ' ') _at++;
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
