namespace Nf.Emulator.Peripherals;

/// <summary>Civil time that advances with the wall from a stored base, as a battery-backed clock does.</summary>
/// <remarks>Like the chip it knows nothing of summer time: whoever owns the register sets it.</remarks>
/// <param name="start">The stored base.</param>
/// <param name="wall">The machine's clock.</param>
/// <param name="changed">Told of every new base, to store it.</param>
public sealed class WallCivilTime(ClockBase start, TimeProvider wall, Action<ClockBase>? changed = null) : ICivilTimeSource
{
    private ClockBase _base = start;

    /// <inheritdoc/>
    public DateTime Now => _base.Civil + (wall.GetUtcNow().UtcDateTime - _base.Utc);

    /// <inheritdoc/>
    public void Set(DateTime time)
    {
        _base = new ClockBase(time, wall.GetUtcNow().UtcDateTime);
        changed?.Invoke(_base);
    }
}
