using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Messages;
using Nf.Firmware.Time;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>Makes the signed message of each closed day on the journal's card, by itself after the Z, a bounded step a turn.</summary>
/// <remarks>
/// Days that ANAF does not have are made oldest first, any other day when it is asked for. Until the message is signed a
/// power cut makes it begin anew; from then on moment, digest and signature are decided, and the same file is finished.
/// </remarks>
public sealed class MessageMaker
{
    private const int RetryInterval = 1000;

    private readonly FiscalMemoryLog _log;
    private readonly RegisterClock _clock;
    private readonly IUptime _uptime;
    private readonly Outbox _outbox;
    private readonly EventLog _events;
    private readonly SigningIdentity _signer;
    private readonly ClosureFinder _finder;
    private readonly DayMessage _message;
    private readonly SignedMessage _signed;
    private readonly MessageFile _file;
    private readonly IJournalMedium _journal;
    private readonly DecidedMessage _decided;
    private CardFileSink _sink;
    private Step _step;
    private int _day;
    private int _attempt;
    private long _moment;
    private int _known;
    private int _asked;
    private long _retryAt;

    internal MessageMaker(RegisterIdentity identity, FiscalMemoryLog log, RegisterClock clock, RegisterDevices devices, Reporting parts)
    {
        _log = log;
        _clock = clock;
        _uptime = devices.Uptime;
        _outbox = parts.Outbox;
        _events = parts.Events;
        _signer = parts.Signer;
        _finder = new ClosureFinder(log);
        _message = new DayMessage(identity, log, devices.Journal, parts.Events.Slots);
        _signed = new SignedMessage(parts.Signer);
        _file = new MessageFile(devices.Journal);
        _journal = devices.Journal;
        _decided = new DecidedMessage(parts.Cells);
    }

    private enum Step
    {
        Idle,
        Sign,
        OpenFile,
        Write,
    }

    /// <summary>Why the message under way does not go on; None while it does.</summary>
    public FiscalError Fault { get; private set; }

    /// <summary>All messages are made that should be.</summary>
    public bool IsDone => _step == Step.Idle && _asked == 0 && _decided.Day == 0 && _known >= _outbox.LastClosed;

    /// <summary>One is being made.</summary>
    internal bool IsUnderWay => _step != Step.Idle;

    /// <summary>Reads what is decided; once, at start.</summary>
    internal void Load()
    {
        _decided.Load();
        _step = Step.Idle;
        _known = 0;
        _asked = 0;
        Fault = FiscalError.None;
    }

    /// <summary>Asks for the message of any closed day. None: it is there; Busy: ask again; else why it cannot be made.</summary>
    internal FiscalError Ask(int day)
    {
        if (_file.Find(day)) return FiscalError.None;
        if (!_signer.IsReady) return FiscalError.CertificateMissing;
        if (_asked == day && Fault != FiscalError.None)
        {
            _asked = 0;
            return Fault;
        }

        _asked = day;
        return FiscalError.Busy;
    }

    /// <summary>One step; false when there is nothing to do.</summary>
    internal bool Turn()
    {
        if (!_signer.IsReady || _uptime.Milliseconds < _retryAt) return false;
        if (_step == Step.Idle) return Choose();
        FiscalError error = Advance();
        if (error == FiscalError.Busy || error == FiscalError.None)
        {
            Fault = FiscalError.None;
            return true;
        }

        Fail(error);
        return false;
    }

    private FiscalError Advance()
    {
        switch (_step)
        {
            case Step.Sign: return Sign();
            case Step.OpenFile: return OpenFile();
            default: return Write();
        }
    }

    // What is decided comes first, then what was asked for, then what ANAF does not have.
    private bool Choose()
    {
        if (_decided.Day != 0) return Begin(_decided.Day);
        if (_asked != 0 && !_file.Find(_asked)) return Begin(_asked);
        _asked = 0;
        if (_known < _outbox.LastConfirmed) _known = _outbox.LastConfirmed;
        if (_known >= _outbox.LastClosed) return false;
        if (!_file.Find(_known + 1)) return Begin(_known + 1);
        Done(_known + 1);
        return true;
    }

    private bool Begin(int day)
    {
        _day = day;
        FiscalError error = _decided.Day == day ? Resume() : Anew();
        if (error == FiscalError.None) return true;
        // The certificate is another's for now.
        if (error == FiscalError.Busy) return false;
        Fail(error);
        return false;
    }

    // With another certificate than then, what was decided is of no use.
    private FiscalError Resume()
    {
        if (_file.Find(_day))
        {
            Done(_day);
            return FiscalError.None;
        }

        if (_decided.Certificate != _signer.Check) return _decided.Clear();
        _attempt = _decided.Attempt;
        _moment = _decided.Moment;
        _message.Of(_day, _moment);
        FiscalError error = _decided.Resume(_signed, _message);
        if (error == FiscalError.None) _step = Step.OpenFile;
        return error;
    }

    private FiscalError Anew()
    {
        FiscalError error = _clock.Read(out _moment);
        if (error != FiscalError.None) return error;
        _attempt = _file.FreeAttempt(_day);
        if (_attempt == MessageFile.Attempts) return FiscalError.JournalDamaged;
        if (!_finder.ByNumber(_day, out _)) return FiscalError.FiscalMemoryDamaged;
        if (_day > _outbox.HighestMade) error = _events.Take(_day, _log.Time);
        if (error != FiscalError.None) return error;
        _message.Of(_day, _moment);
        _signed.Begin(_message, CertificateTime.FromCivil(_moment, _clock.IsSummerTime));
        _step = Step.Sign;
        return FiscalError.None;
    }

    private FiscalError Sign()
    {
        FiscalError error = _signed.Turn();
        if (error == FiscalError.None) error = _decided.Save(_day, _attempt, _moment, _signer.Check, _signed);
        if (error == FiscalError.None) _step = Step.OpenFile;
        return error;
    }

    private FiscalError OpenFile()
    {
        _sink = new CardFileSink(_journal);
        FiscalError error = _sink.Begin(JournalFiles.Message(_day, _attempt));
        if (error != FiscalError.None) return error;
        _signed.BeginWriting();
        _step = Step.Write;
        return FiscalError.None;
    }

    private FiscalError Write()
    {
        FiscalError error = _signed.WriteNext(_sink);
        if (error == FiscalError.None) error = _sink.Flush();
        if (error != FiscalError.None) return error;
        if (!_file.Find(_day)) return FiscalError.JournalDamaged;
        Done(_day);
        return FiscalError.None;
    }

    // Each of these may be done again after a power cut.
    private void Done(int day)
    {
        _step = Step.Idle;
        _sink = null;
        FiscalError error = _events.Release(day);
        if (error == FiscalError.None) error = _outbox.Made(day);
        if (error == FiscalError.None && _decided.Day == day) error = _decided.Clear();
        if (error != FiscalError.None) Fail(error);
        else if (day == _known + 1) _known = day;
    }

    // A file that is not what it must be is left; everything else is tried again.
    private void Fail(FiscalError error)
    {
        if (error == FiscalError.JournalDamaged && _step == Step.Write) _decided.Clear();
        _signed.Abandon();
        _step = Step.Idle;
        _sink = null;
        Fault = error;
        _retryAt = _uptime.Milliseconds + RetryInterval;
    }
}
