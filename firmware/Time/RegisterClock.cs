using System;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Time;

/// <summary>The register's clock with the law's rule on it: never before the last record (norms, art. 34 k)).</summary>
public sealed class RegisterClock
{
    private readonly IClock _clock;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;

    public RegisterClock(IClock clock, FiscalMemoryLog log, WorkingState state)
    {
        _clock = clock;
        _log = log;
        _state = state;
    }

    /// <summary>The time now, seconds since 2000, and whether documents may bear it.</summary>
    public FiscalError Read(out long now)
    {
        now = 0;
        DeviceResult result = _clock.Read(out DateTime time);
        if (result == DeviceResult.Lost) return FiscalError.ClockLost;
        if (result != DeviceResult.Ok || time.Year < 2000 || time.Year > 2099) return FiscalError.ClockWrong;
        now = CivilTime.FromDateTime(time);
        return now < _log.NewestTime || now < _state.NewestTime ? FiscalError.ClockBeforeLastRecord : FiscalError.None;
    }
}
