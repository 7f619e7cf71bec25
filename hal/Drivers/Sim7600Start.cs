using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Brings the module from power-on to an address in the operator's network.</summary>
internal sealed class Sim7600Start : AtTask
{
    /// <summary>Time for an ordinary command, milliseconds: the manual's 9 s.</summary>
    internal const int CommandTime = 9000;

    /// <summary>Time for a command that the network takes part in, milliseconds: the manual's 120 s.</summary>
    internal const int NetworkTime = 120000;

    // The UART answers 12 s after power-on (hardware design, 3.2), and a long data phase may have to be filled first.
    private const int AnswerWithin = 25000;
    private const int RouseAfter = 1500;
    private const int RegisteredWithin = 120000;
    private const int Pause = 1000;

    // A start says "START" and "RDY"; a module that goes on starting has no power to speak of.
    private const int MaxRestarts = 6;

    private readonly AtChannel _at;
    private readonly IUptime _uptime;
    private readonly Sim7600Commands _commands;
    private readonly Sim7600Sim _sim;
    private readonly byte[] _returns = new byte[128];
    private LinkSettings _settings = new LinkSettings();
    private Sim7600Step _step;
    private long _since;
    private long _notBefore;
    private int _restarts;

    internal Sim7600Start(AtChannel at, IUptime uptime, IClock clock)
    {
        _at = at;
        _uptime = uptime;
        _commands = new Sim7600Commands(at, clock);
        _sim = new Sim7600Sim(at, this);
        for (int i = 0; i < _returns.Length; i++) _returns[i] = (byte)'\r';
    }

    internal LinkState State { get; private set; }

    internal LinkFault Fault { get; private set; }

    internal int Signal { get; private set; }

    internal string Address { get; private set; } = "";

    internal string Network { get; private set; } = "";

    /// <summary>Counts the starts: what the module was told before this one is gone.</summary>
    internal int Starts { get; private set; }

    internal void Ask(LinkSettings settings)
    {
        Forget();
        _settings = settings;
        State = LinkState.Starting;
        Fault = LinkFault.None;
        Go(Sim7600Step.Probe);
        Starts++;
        _restarts = 0;
    }

    internal void Down()
    {
        Forget();
        State = LinkState.Down;
        Fault = LinkFault.None;
    }

    /// <summary>The module restarted: what was up is down; what was on its way begins again, within its time.</summary>
    internal void Restarted()
    {
        Starts++;
        if (State == LinkState.Up || State == LinkState.Starting && ++_restarts > MaxRestarts) Fail(LinkFault.NotConnected);
        else if (State == LinkState.Starting) GoAgain(Sim7600Step.Probe, 0);
    }

    /// <summary>The link broke down.</summary>
    internal void Fail(LinkFault fault)
    {
        Forget();
        State = LinkState.Failed;
        Fault = fault;
    }

    /// <summary>Takes the signal from the answer to AT+CSQ: rssi 0 to 31 is -113 dBm and up in steps of 2, 99 unknown.</summary>
    internal void TakeSignal()
    {
        int rssi = _at.Answer.Number(0);
        Signal = rssi >= 0 && rssi <= 31 ? -113 + 2 * rssi : 0;
    }

    internal override bool Begin()
    {
        if (State != LinkState.Starting || _uptime.Milliseconds < _notBefore) return false;
        if (_step == Sim7600Step.Probe && _uptime.Milliseconds - _since >= RouseAfter) _at.SendRaw(_returns, _returns.Length);
        if (_step == Sim7600Step.GivePin) _sim.Gives(_settings.Pin);
        _commands.Send(_step, _settings);
        return State == LinkState.Starting;
    }

    internal override void End(AtResult result)
    {
        if (State != LinkState.Starting) return;
        // Whoever answered before and is silent now has lost its power, or the wire is cut.
        if (result == AtResult.Late && _step != Sim7600Step.Probe) Fail(LateFault());
        else if (_step < Sim7600Step.SetClock) EndModule(result);
        else EndNetwork(result);
    }

    /// <summary>Goes on to a step.</summary>
    internal void Go(Sim7600Step step)
    {
        _step = step;
        _since = _uptime.Milliseconds;
        _notBefore = 0;
    }

    /// <summary>Asks again after a pause, milliseconds, within the time of what has begun.</summary>
    internal void GoAgain(Sim7600Step step, int pause)
    {
        _step = step;
        _notBefore = _uptime.Milliseconds + pause;
    }

    /// <summary>So many milliseconds have gone since <see cref="Go"/>.</summary>
    internal bool IsLate(int milliseconds) => _uptime.Milliseconds - _since >= milliseconds;

    private void EndModule(AtResult result)
    {
        switch (_step)
        {
            case Sim7600Step.Probe:
                if (result == AtResult.Ok) Go(Sim7600Step.EchoOff);
                else if (IsLate(AnswerWithin)) Fail(LinkFault.NotConnected);
                break;
            case Sim7600Step.AskPin:
                _sim.EndAsking(result, _settings.Pin);
                break;
            case Sim7600Step.GivePin:
                _sim.EndGiving(result);
                break;
            default:
                Go(_step + 1);
                break;
        }
    }

    private void EndNetwork(AtResult result)
    {
        bool good = result == AtResult.Ok;
        switch (_step)
        {
            case Sim7600Step.AccessPoint:
            case Sim7600Step.Account:
                if (good) Go(_step + 1);
                else Fail(LinkFault.AccessPointRefused);
                break;
            case Sim7600Step.AskLte:
                if (good && IsRegistered()) Go(Sim7600Step.Signal);
                else GoAgain(Sim7600Step.AskPacket, 0);
                break;
            case Sim7600Step.AskPacket:
                if (good && IsRegistered()) Go(Sim7600Step.Signal);
                else if (IsLate(RegisteredWithin)) Fail(LinkFault.NotRegistered);
                else GoAgain(Sim7600Step.AskLte, Pause);
                break;
            case Sim7600Step.StartService:
                if (good && _at.Answer.Number(0) == 0) Go(Sim7600Step.Address);
                else Fail(LinkFault.AccessPointRefused);
                break;
            case Sim7600Step.Address:
                EndAddress(good);
                break;
            default:
                EndDetail(good);
                break;
        }
    }

    // What the link can do without: the time, the name, and to end what was never begun.
    private void EndDetail(bool good)
    {
        if (good && _step == Sim7600Step.Signal) TakeSignal();
        if (good && _step == Sim7600Step.Name && _at.Answer.FieldCount > 2) Network = _at.Answer.Text(2, 32);
        Sim7600Step next = _step + 1;
        if (next == Sim7600Step.AccessPoint && _settings.AccessPoint.Length == 0) next = Sim7600Step.Account;
        Go(next);
    }

    // The A7600 puts the context's number before the address.
    private void EndAddress(bool good)
    {
        int field = _at.Answer.FieldCount - 1;
        string address = good && !_at.Answer.FieldIs(field, "0.0.0.0") ? _at.Answer.Text(field, 40) : "";
        if (address.Length == 0)
        {
            Fail(LinkFault.NoAddress);
            return;
        }

        Address = address;
        State = LinkState.Up;
    }

    /// <summary>The answer to AT+CEREG? or AT+CGREG? says so: its second field is 1 at home, 5 roaming.</summary>
    internal bool IsRegistered() => _at.Answer.Number(1) == 1 || _at.Answer.Number(1) == 5;

    private LinkFault LateFault()
    {
        if (_step == Sim7600Step.StartService) return LinkFault.AccessPointRefused;
        return _step == Sim7600Step.GivePin ? LinkFault.PinRefused : LinkFault.NotConnected;
    }

    private void Forget()
    {
        Signal = 0;
        Address = "";
        Network = "";
    }
}
