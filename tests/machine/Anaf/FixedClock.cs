namespace Nf.Tests.Machine.Anaf;

/// <summary>A clock that stands still; its timers are the system's.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
