using Nf.Emulator.Rig.Lines;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Rig.Switches;

namespace Nf.Emulator.Rig;

/// <summary>The board's power, and what makes it a new register.</summary>
internal sealed class RigPower(RigMachine machine, RigLines lines, RigSettings settings, RigSwitches switches)
{
    // Capacitors of a supply hold a small board up for a while.
    private static readonly TimeSpan s_off = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_pulse = TimeSpan.FromMilliseconds(100);

    private readonly IRigSwitch? _power = switches.Of(settings.Power);
    private readonly IRigSwitch? _reset = switches.Of(settings.Reset);
    private readonly IRigSwitch? _new = switches.Of(settings.NewRegister);

    /// <summary>The board has power, as far as the rig knows.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>When it is to go; null for never.</summary>
    public TimeSpan? CutAt { get; set; }

    /// <summary>Takes the power away, the printer's too.</summary>
    public void Cut()
    {
        CutAt = null;
        IsOn = false;
        machine.Printer.Powered = false;
        _power!.Set(false);
        lines.Log("the rig cut the power");
    }

    /// <summary>Cuts when it is time.</summary>
    public void CutWhenDue()
    {
        if (lines.Now >= CutAt) Cut();
    }

    /// <summary>Gives power, off and on again when the board had it, and waits for its greeting.</summary>
    public void On()
    {
        if (IsOn)
        {
            Cut();
            machine.Run(() => false, s_off);
        }

        machine.Printer.Powered = true;
        Start(() => _power!.Set(true), "the rig switched on");
    }

    /// <summary>Starts the board anew for a story, as a new register when the rig can make it one.</summary>
    public void Restart()
    {
        if (_new is not null) Start(() => Pulse(_new), "the rig made the register new");
        if (_power is not null) On();
        else if (_reset is not null) Start(() => Pulse(_reset), "the rig pressed reset");
        // A board that was made new may have greeted once more than was waited for.
        lines.Restarts.Clear();
    }

    private void Pulse(IRigSwitch one)
    {
        one.Set(true);
        machine.Run(() => false, s_pulse);
        one.Set(false);
    }

    private void Start(Action begin, string what)
    {
        var before = Greetings;
        lines.ExpectsStart = true;
        begin();
        IsOn = true;
        lines.Log(what);
        machine.Run(() => Greetings > before, settings.Timeouts.Boot);
    }

    private int Greetings => lines.PrinterWatch.Starts;
}
