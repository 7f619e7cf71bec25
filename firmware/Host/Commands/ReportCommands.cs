using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Reports;
using Nf.Firmware.Text;
using Nf.Firmware.Time;

namespace Nf.Firmware.Host.Commands;

/// <summary>94 by date, 95 by Z number: reports of a period on paper, or into a file of the external medium.</summary>
/// <remarks>
/// Fields: type, first, last, output, encoding. Types 0 and 1 are the protocol's; letters, output and encoding are NF's
/// own (docs/reference/exports.md).
/// </remarks>
internal sealed class ReportCommands
{
    private const int MaxZ = 9999;
    private const char Summary = '0';
    private const char Detailed = '1';
    private const char JournalText = 'J';
    private const char DayFiles = 'T';

    private readonly RegisterIdentity _identity;
    private readonly RegisterClock _clock;
    private readonly ReportDesk _desk;
    private readonly ReportSet _set;
    private readonly JournalDays _days;
    private readonly ReportPeriod _period = new ReportPeriod();
    private readonly ReportOutput _output = new ReportOutput();
    private int _day;

    internal ReportCommands(RegisterParts parts)
    {
        _identity = parts.Identity;
        _clock = parts.Clock;
        _desk = parts.Reports;
        _set = parts.ReportSet;
        _days = new JournalDays(parts.Log, parts.State, parts.ReportSet.Finder);
    }

    /// <summary>94: first and last day, <c>DD-MM-YY</c>; without them from the fiscalisation until now.</summary>
    internal FiscalError ByDate(DatecsRequest request, DatecsAnswer answer)
    {
        if (_desk.IsActive) return Continue(answer);
        FiscalError error = Begin(request, out char type);
        if (error != FiscalError.None) return error;
        error = _clock.Read(out long now);
        if (error != FiscalError.None) return error;
        error = PeriodFields.From(request, 1, _identity.FiscalisedAt, out long from);
        if (error != FiscalError.None) return error;
        error = PeriodFields.To(request, 2, now, out long to);
        if (error == FiscalError.None && from > to) error = FiscalErrors.Value(3);
        if (error != FiscalError.None) return error;
        if (IsEvents(type)) return Start(type, answer);
        error = IsJournal(type) ? _days.ByDate(_period, from, to) : _set.Finder.ByDate(_period, from, to);
        return error == FiscalError.None ? Start(type, answer) : error;
    }

    /// <summary>95: first and last Z report; without them from the first to the newest.</summary>
    internal FiscalError ByNumber(DatecsRequest request, DatecsAnswer answer)
    {
        if (_desk.IsActive) return Continue(answer);
        FiscalError error = Begin(request, out char type);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 1, 1, MaxZ, 1, out long first);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 2, first, MaxZ, MaxZ, out long last);
        if (error != FiscalError.None) return error;
        if (IsEvents(type)) return Start(type, answer);
        error = IsJournal(type)
            ? _days.ByNumber(_period, (int)first, (int)last)
            : _set.Finder.ByNumber(_period, (int)first, (int)last);
        return error == FiscalError.None ? Start(type, answer) : error;
    }

    /// <summary>69 with J: what the journal holds since the last Z report (norms, art. 33 C b).</summary>
    internal FiscalError OpenDay(DatecsRequest request, DatecsAnswer answer)
    {
        if (_desk.IsActive) return Continue(answer);
        if (!_identity.IsFiscalised) return FiscalError.NotFiscalised;
        FiscalError error = _days.Open(_period);
        if (error != FiscalError.None) return error;
        _set.Journal.Begin("JURNAL DE LA ULTIMUL RAPORT Z", _period);
        _desk.Print(_set.Journal);
        return Continue(answer);
    }

    private FiscalError Begin(DatecsRequest request, out char type)
    {
        type = request.FirstChar(0);
        if (request.FieldLength(0) != 1 || !IsKnown(type)) return FiscalErrors.Syntax(1);
        if (!_identity.IsFiscalised) return FiscalError.NotFiscalised;
        FiscalError error = _output.Take(request, 3, type == JournalText ? FileEncoding.Latin2 : FileEncoding.Utf8);
        if (error != FiscalError.None) return error;
        if (_output.IsFile ? IsEvents(type) : type == DayFiles) return FiscalErrors.Value(4);
        return FiscalError.None;
    }

    private FiscalError Start(char type, DatecsAnswer answer)
    {
        FiscalError error = FiscalError.None;
        if (IsEvents(type))
        {
            _set.Events.Begin(KindOf(type));
            _desk.Print(_set.Events);
        }
        else if (type == DayFiles)
        {
            _day = _period.FirstZ;
            error = SaveDay();
        }
        else if (type == JournalText)
        {
            error = StartJournal();
        }
        else
        {
            _set.Memory.Begin(_period, type == Detailed);
            if (_output.IsFile) error = _desk.Save(_set.Memory, Name(".MF"), _output.Encoding, _output.Replaces);
            else _desk.Print(_set.Memory);
        }

        return error == FiscalError.None ? Continue(answer) : error;
    }

    private FiscalError StartJournal()
    {
        if (_output.IsFile)
        {
            _set.JournalFile.Begin(_period);
            return _desk.Save(_set.JournalFile, Name(".JE"), _output.Encoding, _output.Replaces);
        }

        _set.Journal.Begin("RAPORT JURNAL ELECTRONIC", _period);
        _desk.Print(_set.Journal);
        return FiscalError.None;
    }

    // The days' files are saved one after another; the command ends with the last of them.
    private FiscalError Continue(DatecsAnswer answer)
    {
        answer.Ok();
        FiscalError error = _desk.Continue();
        if (error != FiscalError.None || _day == 0) return EndDays(error);
        if (++_day > _period.LastZ) return EndDays(error);
        error = SaveDay();
        return error == FiscalError.None ? FiscalError.Busy : EndDays(error);
    }

    private FiscalError EndDays(FiscalError error)
    {
        if (error != FiscalError.Busy) _day = 0;
        return error;
    }

    private FiscalError SaveDay()
    {
        FiscalError error = _set.Day.Begin(_day);
        string name = "-" + JournalFiles.Text(_day);
        return error == FiscalError.None ? _desk.Save(_set.Day, Name(name), _output.Encoding, _output.Replaces) : error;
    }

    private string Name(string end) => _identity.Fiscal.Series + end;

    private static bool IsJournal(char type) => type == JournalText || type == DayFiles;

    private static bool IsKnown(char type) => type == Summary || type == Detailed || IsJournal(type) || IsEvents(type);

    // Of the whole life of the fiscal memory, whatever the period.
    private static bool IsEvents(char type) => KindOf(type) != 0;

    private static RecordKind KindOf(char type)
    {
        switch (type)
        {
            case 'M': return RecordKind.JournalMedium;
            case 'H': return RecordKind.Header;
            case 'V': return RecordKind.VatGroups;
            case 'R': return RecordKind.RamReset;
            case 'A': return RecordKind.AnafCertificate;
            case 'C': return RecordKind.OwnCertificate;
            case 'P': return RecordKind.Configuration;
            case 'U': return RecordKind.Unblocking;
            default: return 0;
        }
    }
}
