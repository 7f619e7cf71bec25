using Nf.Emulator.Peripherals;
using Nf.Firmware.Time;

namespace Nf.Emulator.Machine;

/// <summary>Lets civil time pass for a register while nothing happens in it.</summary>
public static class ClockMove
{
    /// <summary>Finishes what is being printed, then lets the clock go forward to a local time; one that has passed changes nothing.</summary>
    public static void To(RegisterMachine machine, VirtualCivilTime civil, DateTime moment)
    {
        machine.RunToRest();
        var chip = moment + SeasonAhead(machine, moment);
        if (chip > civil.Now) civil.Jump(chip - civil.Now);
    }

    // The chip knows no seasons: where summer time begins or ends on the way, the firmware moves it to the moment.
    private static TimeSpan SeasonAhead(RegisterMachine machine, DateTime moment)
    {
        var summerThen = CivilTime.IsSummerTime(CivilTime.FromDateTime(moment));
        var summerNow = machine.Register.Clock.IsSummerTime;
        return summerNow == summerThen ? TimeSpan.Zero : TimeSpan.FromHours(summerNow ? 1 : -1);
    }
}
