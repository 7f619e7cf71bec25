using System;

namespace Nf.Hal.Devices;

/// <summary>The register's clock: local civil time that goes on without power for at least 1,440 h (norms, art. 22).</summary>
/// <remarks>
/// A driver over a battery-backed clock chip implements it; resolution one second.
/// The fiscal core asks at each document: <code>if (clock.Read(out DateTime now) != DeviceResult.Ok) ...</code>
/// </remarks>
public interface IClock
{
    /// <summary>Reads the time; <see cref="DeviceResult.Lost"/> when the clock stopped since it was set.</summary>
    DeviceResult Read(out DateTime now);

    /// <summary>Sets the time, years 2000 to 2099.</summary>
    DeviceResult Set(DateTime now);
}
