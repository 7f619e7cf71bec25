using Nf.Emulator.Peripherals;

namespace Nf.Tests.Machine.WholePath;

/// <summary>ANAF's clock shows what the register's shows, which has Romanian winter time.</summary>
internal sealed class CivilClock(VirtualCivilTime civil) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(civil.Now, TimeSpan.FromHours(2)).ToUniversalTime();
}
