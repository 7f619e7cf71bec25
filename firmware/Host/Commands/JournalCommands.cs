using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Reports;
using Nf.Firmware.Time;

namespace Nf.Firmware.Host.Commands;

/// <summary>124 finds documents of the journal; 125 chooses one, reads it as lines or bytes, prints it.</summary>
internal sealed class JournalCommands
{
    private const int MaxNumber = 9999999;

    /// <summary>A document's type may carry the number of its Z below this: 10012 is a receipt of Z 12.</summary>
    private const int TypeUnit = 10000;
    private const int MaxType = JournalTypes.DayOnWire * TypeUnit + TypeUnit - 1;

    private readonly RegisterIdentity _identity;
    private readonly RegisterClock _clock;
    private readonly JournalDays _days;
    private readonly ReportDesk _desk;
    private readonly DocumentReport _report;
    private readonly DocumentSearch _search;
    private readonly DocumentChoice _choice;
    private readonly DocumentReader _reader;
    private readonly ReportPeriod _period = new ReportPeriod();
    private long _from;
    private long _to;

    internal JournalCommands(RegisterParts parts)
    {
        ReportSet set = parts.ReportSet;
        var scan = new DocumentScan(parts.Devices.Journal);
        _identity = parts.Identity;
        _clock = parts.Clock;
        _days = new JournalDays(parts.Log, parts.State, set.Finder);
        _desk = parts.Reports;
        _report = set.Document;
        _search = new DocumentSearch(parts.State, scan);
        _choice = new DocumentChoice(parts.State, set.Verifier, scan);
        _reader = new DocumentReader(parts.Devices.Journal);
    }

    /// <summary>124: first and last moment, type. Answer: the moments; Z and number of the first document, of the last.</summary>
    internal FiscalError Search(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = _search.IsActive ? FiscalError.None : BeginSearch(request);
        if (error == FiscalError.None) error = _search.Turn();
        if (error != FiscalError.None) return error;
        answer.Ok();
        Moment(answer, _from);
        Moment(answer, _to);
        Number(answer, _search.FirstDay);
        Number(answer, _search.First);
        Number(answer, _search.LastDay);
        Number(answer, _search.Last);
        return FiscalError.None;
    }

    /// <summary>125: option 0 chooses, 1 reads a line, 2 reads bytes, 3 prints.</summary>
    internal FiscalError Read(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 3, out long option);
        if (error != FiscalError.None) return error;
        if (!_identity.IsFiscalised) return FiscalError.NotFiscalised;
        switch (option)
        {
            case 0: return Choose(request, answer);
            case 1: return _choice.IsChosen ? _reader.Line(answer) : FiscalError.DocumentNotChosen;
            case 2: return _choice.IsChosen ? _reader.Block(answer) : FiscalError.DocumentNotChosen;
            default: return Print(request, answer);
        }
    }

    private FiscalError BeginSearch(DatecsRequest request)
    {
        if (!_identity.IsFiscalised) return FiscalError.NotFiscalised;
        FiscalError error = _clock.Read(out long now);
        if (error != FiscalError.None) return error;
        error = PeriodFields.From(request, 0, _identity.FiscalisedAt, out _from);
        if (error != FiscalError.None) return error;
        error = PeriodFields.To(request, 1, now, out _to);
        if (error == FiscalError.None && _from > _to) error = FiscalErrors.Value(2);
        if (error != FiscalError.None) return error;
        error = Type(request, 2, out int type);
        if (error != FiscalError.None) return error;
        bool byClosing = type == JournalTypes.Closure || type == JournalTypes.Day;
        error = byClosing ? _days.ByDate(_period, _from, _to) : _days.Of(_period, _from, _to);
        if (error == FiscalError.None) _search.Begin(type == JournalTypes.Day ? JournalTypes.Closure : type, _period.FirstZ, _period.LastZ, _from, _to);
        return error;
    }

    // The day's text is hashed before anything of it is shown: that takes its time.
    private FiscalError Choose(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = _choice.IsActive ? FiscalError.None : BeginChoice(request);
        if (error == FiscalError.None) error = _choice.Turn();
        if (error == FiscalError.None) error = _reader.Open(_choice);
        if (error != FiscalError.None) return error;
        answer.Ok();
        Number(answer, _choice.Number);
        Number(answer, _choice.Day);
        Number(answer, _choice.Number);
        Moment(answer, _choice.Moment != 0 ? _choice.Moment : _days.MomentOf(_choice.Day));
        Number(answer, _choice.Type);
        Number(answer, _choice.Day);
        return FiscalError.None;
    }

    private FiscalError Print(DatecsRequest request, DatecsAnswer answer)
    {
        answer.Ok();
        if (_desk.IsActive) return _desk.Continue();
        FiscalError error = _choice.IsActive ? FiscalError.None : BeginChoice(request);
        if (error == FiscalError.None) error = _choice.Turn();
        if (error == FiscalError.None) error = _report.Begin(_choice.Day, _choice.Start, _choice.Length);
        if (error != FiscalError.None) return error;
        _desk.Print(_report);
        return _desk.Continue();
    }

    private FiscalError BeginChoice(DatecsRequest request)
    {
        FiscalError error = DatecsFields.Integer(request, 1, 1, MaxNumber, out long number);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 2, JournalTypes.Receipt, MaxType, out long joined);
        if (error != FiscalError.None) return error;
        int type = (int)(joined < TypeUnit ? joined : joined / TypeUnit);
        if (type == JournalTypes.DayOnWire) type = JournalTypes.Day;
        if (type == JournalTypes.All || !JournalTypes.IsKnown(type)) return FiscalErrors.Value(3);
        int day = joined < TypeUnit ? _days.Newest : (int)(joined % TypeUnit);
        if (type == JournalTypes.Closure || type == JournalTypes.Day) day = number <= _days.Newest ? (int)number : 0;
        return _choice.Begin(day, type, (int)number);
    }

    private static FiscalError Type(DatecsRequest request, int field, out int type)
    {
        FiscalError error = DatecsFields.Integer(request, field, JournalTypes.All, JournalTypes.DayOnWire, JournalTypes.All, out long value);
        type = (int)(value == JournalTypes.DayOnWire ? JournalTypes.Day : value);
        return error == FiscalError.None && !JournalTypes.IsKnown(value) ? FiscalErrors.Value(field + 1) : error;
    }

    private static void Moment(DatecsAnswer answer, long seconds)
    {
        answer.AddMoment(seconds, CivilTime.IsSummerTime(seconds));
        answer.Tab();
    }

    private static void Number(DatecsAnswer answer, int number)
    {
        answer.AddNumber(number);
        answer.Tab();
    }
}
