using Nf.Firmware.Errors;
using Nf.Firmware.Messages;
using Nf.Firmware.Provisioning;

namespace Nf.Firmware.Online;

/// <summary>The connection test with ANAF's server: the signed empty message to the address of the register's type, and its answer judged.</summary>
/// <remarks>
/// The answer counts as any other does: a configuration inside is obeyed. The report is printed by <see cref="ConnectionDesk"/>.
/// </remarks>
internal sealed class ServerTest
{
    private const string SignedType = "application/pkcs7-mime";

    private readonly ConfigurationDesk _configuration;
    private readonly CertificateDesk _certificates;
    private readonly ConnectionDesk _desk;
    private readonly Workbench _bench;
    private readonly TlsFeed _feed;
    private Step _step;
    private bool _waits;

    internal ServerTest(ConfigurationDesk configuration, CertificateDesk certificates, ConnectionDesk desk, Workbench bench, TlsFeed feed)
    {
        _configuration = configuration;
        _certificates = certificates;
        _desk = desk;
        _bench = bench;
        _feed = feed;
    }

    private enum Step
    {
        Idle,
        Begin,
        Make,
        Post,
        Answer,
    }

    /// <summary>None is under way.</summary>
    internal bool IsIdle => _step == Step.Idle;

    private EmptyEnvelope Empty => _bench.Tools.Empty;

    private string Url => _configuration.Current.Url(_configuration.AddressType);

    /// <summary>Begins at the next turn.</summary>
    /// <returns>ConnectionTestRuns; AnafCertificateFirst, OwnCertificateFirst, ServerAddressMissing: the technician's visit is not over.</returns>
    internal FiscalError Begin()
    {
        if (!IsIdle || _desk.IsBusy) return FiscalError.ConnectionTestRuns;
        if (_certificates.AnafPlace < 0) return FiscalError.AnafCertificateFirst;
        if (_certificates.OwnPlace < 0) return FiscalError.OwnCertificateFirst;
        if (Url.Length == 0) return FiscalError.ServerAddressMissing;
        // Who has the envelope and the ways out gives them up in between.
        _step = Step.Begin;
        return FiscalError.None;
    }

    /// <summary>The next step; the ways out, the envelope and the room are free. False when it waits for the network.</summary>
    internal bool Turn(long now)
    {
        _waits = false;
        FiscalError error = Advance(now);
        if (error == FiscalError.Busy) return !_waits;
        _desk.Judge(error);
        _step = Step.Idle;
        return true;
    }

    /// <summary>Ends it for this reason, which is printed.</summary>
    internal void Stop(FiscalError reason)
    {
        if (IsIdle) return;
        Empty.Abandon();
        if (_step != Step.Post && _step != Step.Answer) Post();
        _desk.Judge(reason);
        _step = Step.Idle;
    }

    private FiscalError Advance(long now)
    {
        switch (_step)
        {
            case Step.Begin:
                Empty.Begin(now, _certificates.Utc(now));
                _step = Step.Make;
                return FiscalError.Busy;
            case Step.Make: return Make();
            case Step.Post: return Wait(now);
            default: return Judge(now);
        }
    }

    private FiscalError Make()
    {
        FiscalError error = Empty.Turn();
        if (error == FiscalError.Busy) return error;
        Post();
        return error == FiscalError.None ? FiscalError.Busy : error;
    }

    private void Post()
    {
        _desk.Begin(Url, Transmitter.MessageType, Empty.Body, _bench.Tools.Room, _feed);
        _step = Step.Post;
    }

    private FiscalError Wait(long now)
    {
        ConnectionTest test = _desk.Test;
        _waits = !test.Poll();
        if (!test.IsDone) return FiscalError.Busy;
        if (test.Error != FiscalError.None) return test.Error;
        if (!test.HasType(SignedType)) return FiscalError.AnswerWrong;
        _step = Step.Answer;
        FiscalError error = _bench.Tools.Answer.Begin(test.Length, Empty.Id, Empty.Id.Length, now);
        return error == FiscalError.None ? FiscalError.Busy : error;
    }

    private FiscalError Judge(long now)
    {
        ServerAnswer answer = _bench.Tools.Answer;
        FiscalError error = answer.Step(now);
        if (error != FiscalError.None) return error;
        return answer.IsTaken ? error : FiscalError.ServerRefused;
    }
}
