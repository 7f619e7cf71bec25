using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Messages;
using Nf.Firmware.Provisioning;

namespace Nf.Firmware.Online;

/// <summary>Sends the days that ANAF does not have, oldest first, and obeys what comes back; a bounded step a turn, never waiting.</summary>
/// <remarks>
/// A configuration inside the answer is obeyed first and the day confirmed after it: a power cut between sends the day once
/// more, and so asks ANAF once more.
/// </remarks>
internal sealed class Transmitter
{
    /// <summary>Media type of every signed message.</summary>
    internal const string MessageType = "application/pkcs7-mime; smime-type=signed-data";

    private const int DayIdLength = 28;

    /// <summary>Stands for the empty message, which is no day's.</summary>
    private const int NoDay = 0;

    private readonly ConfigurationDesk _configuration;
    private readonly Outbox _outbox;
    private readonly EventLog _events;
    private readonly ServerCall _call;
    private readonly Workbench _bench;
    private readonly byte[] _id = new byte[DayIdLength];
    private readonly CertificateDesk _certificates;
    private readonly SendingSlip _slip;
    private Step _step;
    private int _day;
    private int _idLength;

    internal Transmitter(ConfigurationDesk configuration, Reporting reporting, ServerCall call, Workbench bench, SendingPlan plan,
        CertificateDesk certificates, SendingSlip slip)
    {
        _configuration = configuration;
        _outbox = reporting.Outbox;
        _events = reporting.Events;
        _call = call;
        _bench = bench;
        _certificates = certificates;
        _slip = slip;
        Plan = plan;
    }

    private enum Step
    {
        Idle,
        Make,
        Call,
        Answer,
    }

    /// <summary>When it sends.</summary>
    internal SendingPlan Plan { get; }

    /// <summary>Nothing is on its way.</summary>
    internal bool IsIdle => _step == Step.Idle;

    /// <summary>What it does now.</summary>
    internal OnlineActivity Activity
    {
        get
        {
            switch (_step)
            {
                case Step.Idle: return OnlineActivity.Waiting;
                case Step.Make: return OnlineActivity.Signing;
                case Step.Call: return _call.IsExchanging ? OnlineActivity.Sending : OnlineActivity.Connecting;
                default: return OnlineActivity.Checking;
            }
        }
    }

    /// <summary>What was wrong with the last attempt; None when it went well.</summary>
    internal FiscalError LastError { get; private set; }

    /// <summary>Attempts in a row that failed.</summary>
    internal int Failures { get; private set; }

    /// <summary>Number of the last day whose sending failed; 0 when there is none.</summary>
    internal int FailedDay { get; private set; }

    private EmptyEnvelope Empty => _bench.Tools.Empty;

    /// <summary>Begins an attempt when one is due and a day's message is there; with nothing unsent the empty message, if it is.</summary>
    internal bool Start(long now)
    {
        if (!IsIdle || !Plan.IsDue(now)) return false;
        if (_outbox.HasUnsent ? _outbox.OpenSource(_outbox.FirstUnsent) == null : !Plan.IsEmptyDue) return false;
        Plan.Begin();
        if (_outbox.HasUnsent) Send(now);
        else Make(now);
        return true;
    }

    /// <summary>The next step; false when there is nothing to do.</summary>
    internal bool Turn(long now)
    {
        if (IsIdle) return false;
        FiscalError error = Advance(now);
        if (error == FiscalError.Busy) return _step != Step.Call || _call.HasWorked;
        if (error != FiscalError.None) Fail(error, now);
        return true;
    }

    /// <summary>Gives up what is under way; it begins anew later.</summary>
    internal void Cancel()
    {
        if (IsIdle) return;
        Empty.Abandon();
        _call.Release();
        _step = Step.Idle;
        Plan.Ask();
    }

    private FiscalError Advance(long now)
    {
        switch (_step)
        {
            case Step.Make: return SendEmpty();
            case Step.Call: return Call(now);
            default: return Answer(now);
        }
    }

    private void Make(long now)
    {
        _day = NoDay;
        Empty.Begin(now, _certificates.Utc(now));
        _step = Step.Make;
    }

    private FiscalError SendEmpty()
    {
        FiscalError error = Empty.Turn();
        if (error != FiscalError.None) return error;
        byte[] id = Empty.Id;
        _idLength = id.Length;
        for (int i = 0; i < _idLength; i++) _id[i] = id[i];
        _step = Step.Call;
        return _call.Begin(_configuration.Current.Url(_configuration.AddressType), MessageType, Empty.Body);
    }

    private void Send(long now)
    {
        _day = _outbox.FirstUnsent;
        _idLength = DayIdLength;
        IByteSource file = _outbox.OpenSource(_day);
        FiscalError error = file == null || !_outbox.ReadId(_day, _id, 0) ? FiscalError.JournalDayAbsent : FiscalError.None;
        if (error == FiscalError.None) error = _call.Begin(_configuration.Current.Url(_configuration.AddressType), MessageType, file);
        _step = Step.Call;
        if (error != FiscalError.None) Fail(error, now);
    }

    private FiscalError Call(long now)
    {
        FiscalError error = _call.Poll();
        if (error == FiscalError.Busy) return error;
        if (_call.HasAnswered) _events.NetworkBack(now);
        if (error != FiscalError.None) return error;
        error = _bench.Tools.Answer.Begin(_call.Length, _id, _idLength, now);
        _step = Step.Answer;
        return error;
    }

    private FiscalError Answer(long now)
    {
        FiscalError error = _bench.Tools.Answer.Step(now);
        return error == FiscalError.None ? Confirm(now) : error;
    }

    private FiscalError Confirm(long now)
    {
        if (!_bench.Tools.Answer.IsTaken) return FiscalError.ServerRefused;
        if (_day != NoDay) _slip.Confirming(_day);
        if (_day != NoDay && _outbox.Confirm(_day, now) != FiscalError.None) return FiscalError.ModuleMemoryFailed;
        LastError = FiscalError.None;
        Failures = 0;
        FailedDay = 0;
        if (_outbox.HasUnsent && _outbox.OpenSource(_outbox.FirstUnsent) != null && _configuration.Current.ProfileAt(now) == 1) Send(now);
        else End(true);
        return FiscalError.None;
    }

    private void Fail(FiscalError error, long now)
    {
        LastError = error;
        Failures++;
        FailedDay = _day;
        if (_day != NoDay) _slip.Failed(error);
        if (!_call.HasAnswered && error != FiscalError.ServerAddressMissing) _events.NetworkLost(now);
        End(false);
    }

    private void End(bool isGood)
    {
        _call.Release();
        _step = Step.Idle;
        Plan.End(isGood);
        if (isGood && _configuration.Current.RenewalDue) Plan.Ask();
    }
}
