using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Provisioning;

namespace Nf.Firmware.Online;

/// <summary>Sends the days that ANAF does not have, oldest first, and obeys what comes back; a bounded step a turn, never waiting.</summary>
/// <remarks>
/// A configuration inside the answer is obeyed first and the day confirmed after it: a power cut between sends the day once
/// more, and nothing that ANAF said is lost.
/// </remarks>
internal sealed class Transmitter
{
    private const string MessageType = "application/pkcs7-mime; smime-type=signed-data";
    private const int IdLength = 28;

    private readonly ConfigurationDesk _configuration;
    private readonly Outbox _outbox;
    private readonly EventLog _events;
    private readonly ServerCall _call;
    private readonly AnafSignature _signature;
    private readonly ConfigurationUpdate _update;
    private readonly ConfigurationParser _parser = new ConfigurationParser();
    private readonly byte[] _room;
    private readonly byte[] _id = new byte[IdLength];
    private Step _step;
    private int _day;

    internal Transmitter(ConfigurationDesk configuration, Reporting reporting, ServerCall call, AnafSignature signature, ConfigurationUpdate update,
        SendingPlan plan, byte[] room)
    {
        _configuration = configuration;
        _outbox = reporting.Outbox;
        _events = reporting.Events;
        _call = call;
        _signature = signature;
        _update = update;
        Plan = plan;
        _room = room;
    }

    private enum Step
    {
        Idle,
        Call,
        Verify,
        Obey,
    }

    /// <summary>When it sends.</summary>
    internal SendingPlan Plan { get; }

    /// <summary>Nothing is on its way.</summary>
    internal bool IsIdle => _step == Step.Idle;

    /// <summary>What was wrong with the last attempt; None when it went well.</summary>
    internal FiscalError LastError { get; private set; }

    /// <summary>Attempts in a row that failed.</summary>
    internal int Failures { get; private set; }

    /// <summary>Number of the last day whose sending failed; 0 when there is none.</summary>
    internal int FailedDay { get; private set; }

    /// <summary>When ANAF last confirmed a day since the start, seconds since 2000; 0 for not yet.</summary>
    internal long LastConfirmedAt { get; private set; }

    /// <summary>Begins an attempt when one is due and a day's message is there.</summary>
    internal bool Start(long now)
    {
        if (!IsIdle || !_outbox.HasUnsent || !Plan.IsDue(now) || _outbox.OpenSource(_outbox.FirstUnsent) == null) return false;
        Plan.Begin();
        Send(now);
        return true;
    }

    /// <summary>The next step; false when there is nothing to do.</summary>
    internal bool Turn(long now)
    {
        if (IsIdle) return false;
        FiscalError error = Advance(now);
        if (error == FiscalError.Busy) return true;
        if (error != FiscalError.None) Fail(error, now);
        return true;
    }

    /// <summary>Gives up what is under way; it begins anew later.</summary>
    internal void Cancel()
    {
        if (IsIdle) return;
        _call.Release();
        _step = Step.Idle;
        Plan.Ask();
    }

    private FiscalError Advance(long now)
    {
        switch (_step)
        {
            case Step.Call: return Call(now);
            case Step.Verify: return Verify(now);
            default: return Obey(now);
        }
    }

    private void Send(long now)
    {
        _day = _outbox.FirstUnsent;
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
        error = _signature.Begin(_room, _call.Length, now);
        _step = Step.Verify;
        return error;
    }

    private FiscalError Verify(long now)
    {
        FiscalError error = _signature.Step();
        if (error != FiscalError.None) return error;
        if (_parser.Parse(_room, _signature.Content.Offset, _signature.Content.Count) != FiscalError.None) return FiscalError.AnswerWrong;
        ConfigurationMessage answer = _parser.Message;
        if (answer.Kind != MessageKind.Answer || !XmlText.Are(_id, 0, IdLength, answer.AnsweredId)) return FiscalError.AnswerWrong;
        if (answer.HasProfile && _update.Begin(answer, _room, RecordSource.Server, now) == FiscalError.None)
        {
            _step = Step.Obey;
            return FiscalError.None;
        }

        return Confirm(now);
    }

    // A configuration that cannot be obeyed does not make the day unsent.
    private FiscalError Obey(long now)
    {
        FiscalError error = _update.Step(now);
        return error == FiscalError.Busy ? error : Confirm(now);
    }

    private FiscalError Confirm(long now)
    {
        if (_parser.Message.Code > 1) return FiscalError.ServerRefused;
        if (_outbox.Confirm(_day) != FiscalError.None) return FiscalError.ModuleMemoryFailed;
        LastConfirmedAt = now;
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
