using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.WholePath;

/// <summary>ANAF's clock shows what the register's shows.</summary>
internal sealed class CivilClock(TestRegister register) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => register.Now.ToUniversalTime();
}
