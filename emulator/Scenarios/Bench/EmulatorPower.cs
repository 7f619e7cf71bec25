using Nf.Emulator.Machine;

namespace Nf.Emulator.Scenarios.Bench;

/// <summary>A machine with a plug: runs it on virtual time, and takes the power away when that is due.</summary>
internal sealed class EmulatorPower(RegisterMachine machine)
{
    private long _cutAt = long.MaxValue;

    /// <summary>It has power.</summary>
    public bool IsOn { get; private set; }

    private VirtualTime Time => machine.Hardware.Time;

    /// <summary>Off, and on again when it was on.</summary>
    public void SwitchOn() => Guard(() =>
    {
        IsOn = true;
        machine.PowerOn();
    });

    /// <summary>The power goes; the printer's goes with it.</summary>
    public void Cut()
    {
        IsOn = false;
        _cutAt = long.MaxValue;
        machine.Hardware.Printer.Powered = false;
    }

    /// <summary>It goes when so much time has passed.</summary>
    public void CutAfter(TimeSpan time) => _cutAt = Time.NowMicroseconds + (long)time.TotalMicroseconds;

    /// <summary>It goes in one of the next writes.</summary>
    public void CutAt(WriteCut cut)
    {
        var power = machine.Hardware.Power;
        var left = cut.Write;
        power.Watch = (store, size) =>
        {
            if ((cut.Store is { } wanted && store != wanted) || --left > 0) return;
            power.Watch = null;
            power.CutAt(power.Writes - 1, cut.Part switch { WritePart.None => 0, WritePart.Half => size / 2, _ => size });
        };
    }

    /// <summary>Does something with the machine; a cut ends it.</summary>
    public void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (PowerCutException)
        {
            Cut();
        }
    }

    /// <summary>Runs until a condition holds; without power time passes alone.</summary>
    /// <returns>False when it did not within the time.</returns>
    public bool Run(Func<bool> done, TimeSpan most)
    {
        var end = Time.NowMicroseconds + (long)most.TotalMicroseconds;
        while (!done())
        {
            if (Time.NowMicroseconds >= end) return false;
            if (IsOn) Guard(() => machine.Turn());
            else Time.AdvanceTo(end);
            if (IsOn && Time.NowMicroseconds >= _cutAt) Cut();
        }

        return true;
    }
}
