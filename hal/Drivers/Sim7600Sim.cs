using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The SIM on the way up: whether it is there, and the PIN, which is tried once: three wrong ones block it.</summary>
internal sealed class Sim7600Sim
{
    // "If AT+CPIN? fails to identify the SIM in 20 s": application note, 1.4.
    private const int SimWithin = 20000;
    private const int Pause = 1000;

    // 3GPP TS 27.007, 9.2.1.
    private const int PukNeeded = 12;

    private readonly AtChannel _at;
    private readonly Sim7600Start _start;
    private string _refused = "";

    internal Sim7600Sim(AtChannel at, Sim7600Start start)
    {
        _at = at;
        _start = start;
    }

    /// <summary>A PIN is about to be given: it counts as refused until the module says that it was right.</summary>
    internal void Gives(string pin) => _refused = pin;

    /// <summary>The module was asked about its SIM.</summary>
    internal void EndAsking(AtResult result, string pin)
    {
        AtText answer = _at.Answer;
        if (result == AtResult.Ok && answer.FieldIs(0, "READY"))
        {
            _refused = "";
            _start.Go(Sim7600Step.SetClock);
        }
        else if (result == AtResult.Ok && answer.FieldIs(0, "SIM PIN")) Use(pin);
        else if (result == AtResult.Ok && answer.FieldIs(0, "SIM PUK")) _start.Fail(LinkFault.SimBlocked);
        else if (_start.IsLate(SimWithin)) _start.Fail(LinkFault.SimMissing);
        else _start.GoAgain(Sim7600Step.AskPin, Pause);
    }

    /// <summary>The module was given the PIN.</summary>
    internal void EndGiving(AtResult result)
    {
        if (result == AtResult.Ok) _start.Go(Sim7600Step.AskPin);
        else _start.Fail(_at.ErrorNumber == PukNeeded ? LinkFault.SimBlocked : LinkFault.PinRefused);
    }

    private void Use(string pin)
    {
        if (pin.Length == 0) _start.Fail(LinkFault.PinNeeded);
        else if (IsRefused(pin)) _start.Fail(LinkFault.PinRefused);
        else _start.Go(Sim7600Step.GivePin);
    }

    private bool IsRefused(string pin)
    {
        if (pin.Length != _refused.Length) return false;
        for (int i = 0; i < pin.Length; i++)
            if (pin[i] != _refused[i]) return false;
        return true;
    }
}
