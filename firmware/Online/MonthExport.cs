using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Messages;
using Nf.Firmware.Money;
using Nf.Firmware.Reports;
using Nf.Firmware.Text;
using Nf.Firmware.Time;

namespace Nf.Firmware.Online;

/// <summary>A month's signed messages and the register's message about them, in a folder of the external medium: declaration A4200.</summary>
/// <remarks>
/// The register's message is written last: a folder without it is no export. What an interrupted one left, and nothing else,
/// the next one writes over. Call <see cref="Begin"/> once and <see cref="Continue"/> until it is no longer Busy.
/// </remarks>
internal sealed class MonthExport
{
    // Names as practice has them.
    private const string RegisterFile = "/Perioada_raportare.p7b";
    private const string DayFileEnd = ".p7b";
    private const int ChunkLength = 512;

    private readonly RegisterIdentity _identity;
    private readonly RegisterClock _clock;
    private readonly Reporting _reporting;
    private readonly PeriodFinder _finder;
    private readonly DriveSink _drive;
    private readonly ReportPeriod _period = new ReportPeriod();
    private readonly RegisterMessage _message;
    private readonly byte[] _digits = new byte[4];
    // These two only while an export is under way.
    private SignedMessage _signed;
    private byte[] _chunk;
    private IByteSource _file;
    private Step _step;
    private int _day;
    private int _known;
    private int _copied;

    internal MonthExport(RegisterParts parts, PeriodFinder finder)
    {
        _identity = parts.Identity;
        _clock = parts.Clock;
        _reporting = parts.Reporting;
        _finder = finder;
        _drive = new DriveSink(parts.Devices.External);
        _message = new RegisterMessage(_identity);
    }

    private enum Step
    {
        Idle,
        Look,
        Make,
        Copy,
        Sign,
        Write,
    }

    /// <summary>An export is under way.</summary>
    internal bool IsActive => _step != Step.Idle;

    internal int Year { get; private set; }

    /// <summary>1 to 12.</summary>
    internal int Month { get; private set; }

    /// <summary>Number of the month's first Z.</summary>
    internal int First => _period.FirstZ;

    /// <summary>Number of the month's last Z.</summary>
    internal int Last => _period.LastZ;

    /// <summary>The folder's name: series and month.</summary>
    internal string Folder { get; private set; }

    /// <summary>The identifier (idM) of the register's message; codD repeats it.</summary>
    internal byte[] Id => _message.Id;

    /// <summary>Begins a month.</summary>
    /// <returns>NoRecords when no day was closed in it, CertificateMissing, ExternalMissing, FolderNotEmpty.</returns>
    internal FiscalError Begin(int year, int month)
    {
        if (!_reporting.Signer.IsReady) return FiscalError.CertificateMissing;
        if (!_drive.IsPresent) return FiscalError.ExternalMissing;
        long from = CivilTime.FromDateTime(new DateTime(year, month, 1, 0, 0, 0));
        long to = from + DateTime.DaysInMonth(year, month) * CivilTime.SecondsPerDay - 1;
        FiscalError error = _finder.ByDate(_period, from, to);
        if (error != FiscalError.None) return error;
        if (_period.Closures < 1) return FiscalError.NoRecords;
        Year = year;
        Month = month;
        Folder = _identity.Fiscal.Series + "-" + Padded(year, 4) + "-" + Padded(month, 2);
        if (_drive.Has(Folder + RegisterFile)) return FiscalError.FolderNotEmpty;
        _drive.Use(Folder);
        _known = _drive.HasPart ? 1 : 0;
        _day = First;
        _signed = new SignedMessage(_reporting.Signer);
        _chunk = new byte[ChunkLength];
        _step = Step.Look;
        return FiscalError.None;
    }

    /// <summary>One step. Busy: call again; None: the export is whole.</summary>
    internal FiscalError Continue()
    {
        FiscalError error = _drive.IsPresent ? Advance() : FiscalError.ExternalMissing;
        if (error == FiscalError.Busy) return error;
        if (error != FiscalError.None) _drive.Drop();
        _signed.Abandon();
        _signed = null;
        _chunk = null;
        _step = Step.Idle;
        return error;
    }

    private FiscalError Advance()
    {
        switch (_step)
        {
            case Step.Look: return Look();
            case Step.Make: return Make();
            case Step.Copy: return Copy();
            case Step.Sign: return Sign();
            default: return Write();
        }
    }

    // Nothing may be there but days of this month, which an interrupted export left.
    private FiscalError Look()
    {
        if (_day <= Last)
        {
            if (_drive.Has(DayFile())) _known++;
            _day++;
            return FiscalError.Busy;
        }

        if (_drive.Entries(Folder) != _known) return FiscalError.FolderNotEmpty;
        _day = First;
        _step = Step.Make;
        return FiscalError.Busy;
    }

    private FiscalError Make()
    {
        if (_day > Last) return BeginRegister();
        FiscalError error = _reporting.Maker.Ask(_day);
        if (error != FiscalError.None) return error;
        _file = _reporting.Outbox.OpenSource(_day);
        if (_file == null) return FiscalError.JournalMissing;
        error = _drive.Begin();
        if (error != FiscalError.None) return error;
        _copied = 0;
        _step = Step.Copy;
        return FiscalError.Busy;
    }

    private FiscalError Copy()
    {
        int count = _file.Length - _copied < ChunkLength ? _file.Length - _copied : ChunkLength;
        FiscalError error = _file.Read(_copied, _chunk, 0, count);
        if (error == FiscalError.None) error = _drive.Write(_chunk, 0, count);
        if (error != FiscalError.None) return error;
        _copied += count;
        if (_copied < _file.Length) return FiscalError.Busy;
        error = _drive.Finish(DayFile());
        if (error != FiscalError.None) return error;
        _day++;
        _step = Step.Make;
        return FiscalError.Busy;
    }

    private FiscalError BeginRegister()
    {
        FiscalError error = _clock.Read(out long now);
        if (error != FiscalError.None) return error;
        _message.Of(now, Year, Month, First, Last);
        _signed.Begin(_message, CertificateTime.FromCivil(now, _clock.IsSummerTime));
        // Its identifier is known before anybody can file it: the code that unblocks repeats it.
        error = _reporting.Outbox.RegisterMessage(now, First, Last);
        if (error != FiscalError.None) return error;
        _step = Step.Sign;
        return FiscalError.Busy;
    }

    private FiscalError Sign()
    {
        FiscalError error = _signed.Turn();
        if (error == FiscalError.None) error = _drive.Begin();
        if (error != FiscalError.None) return error;
        _signed.BeginWriting();
        _step = Step.Write;
        return FiscalError.Busy;
    }

    private FiscalError Write()
    {
        FiscalError error = _signed.WriteNext(_drive);
        if (error == FiscalError.None) error = _drive.Finish(Folder + RegisterFile);
        return error == FiscalError.None ? _reporting.Outbox.Exported(First, Last) : error;
    }

    private string DayFile() => Folder + "/" + _identity.Fiscal.Series + "_Z" + Padded(_day, 4) + DayFileEnd;

    private string Padded(int value, int digits)
    {
        DecimalText.WritePadded(_digits, 0, value, digits);
        return Latin16.ToText(_digits, 0, digits);
    }
}
