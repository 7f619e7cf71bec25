using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Host.Commands;
using Nf.Firmware.Online;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.SelfTest;

/// <summary>The self test on paper: every part with OK, or the error's number, its cause and what to do.</summary>
/// <remarks>
/// It goes to the printer directly, a line a step, and needs neither memory nor card: a register whose stores are dead, or
/// that was never fiscalised, tells so. It is no document: it counts nowhere, and a power cut ends it. It is made for the
/// while: on a small heap there is none to spare.
/// </remarks>
internal sealed class SelfTestPaper
{
    private const int MaxText = 160;

    private readonly RegisterParts _parts;
    private readonly SelfTests _tests;
    private readonly TextLine _line;
    private readonly byte[] _text = new byte[MaxText];
    private readonly byte[] _row;
    private int _at;
    private int _length;
    private int _entry;
    private FiscalError _error;
    private bool _isFirstAsked;

    /// <summary>One that will be printed when the printer is ready.</summary>
    internal SelfTestPaper(RegisterParts parts)
    {
        int columns = parts.Devices.Printer.Columns;
        _parts = parts;
        _tests = new SelfTests(parts);
        _line = new TextLine(columns);
        _row = new byte[3 * columns];
    }

    /// <summary>It has begun: the printer is its own until it ends.</summary>
    internal bool IsPrinting => _entry > 0 && !IsOver;

    /// <summary>All of it is on paper.</summary>
    internal bool IsOver { get; private set; }

    private bool MayBegin => _parts.Readiness.Printer() == FiscalError.None && CommandGate.Obstacle(_parts) == FiscalError.None;

    /// <summary>One step, while no document is under way; false while the printer works, or is not ready.</summary>
    internal bool Turn()
    {
        if (!_parts.Devices.Printer.Idle || _entry == 0 && !MayBegin) return false;
        if (_at < _length) PrintRow();
        else if (_error != FiscalError.None) Explain();
        else Next();
        return true;
    }

    // Title and program, one entry for each part, then what cannot fail, the outcome and the cut.
    private void Next()
    {
        int entry = _entry++;
        if (entry == 0)
        {
            Print("TEST DE PORNIRE", null, LineStyle.Bold);
            return;
        }

        int part = entry - 3;
        if (entry == 1) Print("PROGRAM", Version.Model + " " + _parts.Devices.Program, LineStyle.Normal);
        else if (entry == 2) Print("SERIA APARATULUI", Serial(), LineStyle.Normal);
        else if (part < (int)SelfTestPart.Count) Part((SelfTestPart)part);
        else Rest(part - (int)SelfTestPart.Count);
    }

    private string Serial() => _parts.Identity.Fiscal.SerialNumber.Length == 0 ? "-" : _parts.Identity.Fiscal.SerialNumber;

    private void Part(SelfTestPart part)
    {
        if (!_tests.IsFitted(part))
        {
            Print(Name(part), "NU ARE", LineStyle.Normal);
            return;
        }

        _error = _tests.Of(part);
        _isFirstAsked = true;
        Print(Name(part), _error == FiscalError.None ? "OK" : ((int)_error).ToString(), LineStyle.Normal);
    }

    private void Rest(int entry)
    {
        INetworkLink[] links = _parts.Devices.Links;
        switch (entry)
        {
            case 0:
                Print("AFIȘAJ", "PRIVIȚI-L", LineStyle.Normal);
                return;
            case 1:
                Print("MEDIU EXTERN", Medium(), LineStyle.Normal);
                return;
            case 2:
                Print("COMUTATOR SERVICE", _parts.Devices.ServiceSwitch.IsOn ? "PORNIT" : "OPRIT", LineStyle.Normal);
                return;
        }

        int link = entry - 3;
        if (link < links.Length) Print(WayNames.Of(links[link].Kind), Link(links[link]), LineStyle.Normal);
        else if (link == links.Length) Outcome();
        else if (link == links.Length + 1) _parts.Devices.Printer.Cut();
        else IsOver = true;
    }

    private string Medium()
    {
        if (_parts.Devices.External == null) return "NU ARE";
        return _parts.Devices.External.Present ? "OK" : "FĂRĂ";
    }

    // A way out comes up when it is needed: one that is down says nothing.
    private static string Link(INetworkLink link)
    {
        if (link.State == LinkState.Failed) return ((int)NetworkErrors.Of(link.Fault)).ToString();
        return link.State == LinkState.Up ? "OK" : "ÎN AȘTEPTARE";
    }

    // What start-up found and no part tells.
    private void Outcome()
    {
        FiscalError error = _tests.Outcome();
        Print("REZULTAT", error == FiscalError.None ? "BINE" : "DEFECT", LineStyle.Bold);
        if (error != _parts.Readiness.StartFailure || error == FiscalError.None) return;
        _error = error;
        _isFirstAsked = true;
    }

    private void Explain()
    {
        if (_isFirstAsked) Take(FiscalErrors.Cause(_error));
        else Take(FiscalErrors.Next(_error));
        if (!_isFirstAsked) _error = FiscalError.None;
        _isFirstAsked = false;
        PrintRow();
    }

    private void Take(string text)
    {
        _length = Latin16.Write(text, _text, 0, MaxText);
        _at = 0;
    }

    private void PrintRow()
    {
        int end = WordWrap.RowEnd(_text, _at, _length, _line.Columns);
        int count = Latin16.ToUtf8(_text, _at, end - _at, _row, 0);
        _at = WordWrap.NextRow(_text, end, _length);
        _parts.Devices.Printer.PrintLine(_row, 0, count, LineStyle.Normal);
    }

    private void Print(string name, string value, LineStyle style)
    {
        // On narrow paper the value has a row of its own.
        if (value != null && name.Length + 1 + value.Length > _line.Columns)
        {
            Take(value);
            value = null;
        }

        _line.Clear();
        _line.Add(name);
        if (value == null && style == LineStyle.Bold) _line.Centre();
        if (value != null)
        {
            int right = _line.StartRight();
            _line.Add(value);
            _line.AlignRight(right);
        }

        int count = Latin16.ToUtf8(_line.Bytes, 0, _line.Length, _row, 0);
        _parts.Devices.Printer.PrintLine(_row, 0, count, style);
    }

    private static string Name(SelfTestPart part)
    {
        switch (part)
        {
            case SelfTestPart.FiscalMemory: return "MEMORIE FISCALĂ";
            case SelfTestPart.WorkingMemory: return "MEMORIE DE LUCRU";
            case SelfTestPart.Journal: return "CARD JURNAL";
            case SelfTestPart.Clock: return "CEAS";
            case SelfTestPart.Printer: return "IMPRIMANTĂ";
            case SelfTestPart.ModuleMemory: return "MEMORIE MODUL";
            default: return "MODUL CRIPTOGRAFIC";
        }
    }
}
