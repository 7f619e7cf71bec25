using System;
using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>A clock that stands still until the script moves it, so that every run prints the same.</summary>
public sealed class ScriptClock : IClock
{
    private DateTime _now;

    /// <param name="now">What it shows first.</param>
    public ScriptClock(DateTime now) => _now = now;

    /// <inheritdoc/>
    public DeviceResult Read(out DateTime now)
    {
        now = _now;
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Set(DateTime now)
    {
        _now = now;
        return DeviceResult.Ok;
    }
}
