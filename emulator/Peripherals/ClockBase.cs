namespace Nf.Emulator.Peripherals;

/// <summary>When the clock was last set, and to what: all it takes to know its time later.</summary>
/// <param name="Civil">What the clock showed.</param>
/// <param name="Utc">The wall's UTC time at that instant.</param>
public readonly record struct ClockBase(DateTime Civil, DateTime Utc)
{
    private const string Zone = "Europe/Bucharest";

    /// <summary>A clock set right now in Romania; in the machine's own zone where it does not know Romania's.</summary>
    public static ClockBase Romania(TimeProvider wall)
    {
        var utc = wall.GetUtcNow();
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var found) ? found : wall.LocalTimeZone;
        return new ClockBase(TimeZoneInfo.ConvertTime(utc, zone).DateTime, utc.UtcDateTime);
    }
}
