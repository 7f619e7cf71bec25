using Nf.Emulator.Machine;

namespace Nf.Emulator.Peripherals;

/// <summary>Civil time that moves with the machine's virtual time.</summary>
/// <param name="start">Civil time at the virtual moment of construction.</param>
public sealed class VirtualCivilTime(VirtualTime time, DateTime start) : ICivilTimeSource
{
    private DateTime _base = start;
    private long _baseMicroseconds = time.NowMicroseconds;

    /// <inheritdoc/>
    public DateTime Now => _base.AddMicroseconds(time.NowMicroseconds - _baseMicroseconds);

    /// <inheritdoc/>
    public void Set(DateTime civil)
    {
        _base = civil;
        _baseMicroseconds = time.NowMicroseconds;
    }

    /// <summary>Lets civil time pass while virtual time stands still: the register was off, or nothing happened.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The jump goes back.</exception>
    public void Jump(TimeSpan forward)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(forward, TimeSpan.Zero);
        Set(Now + forward);
    }
}
