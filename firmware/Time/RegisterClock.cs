using System;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Time;

/// <summary>The register's clock with the law's rules on it: never before the last record (norms, art. 34 i), k)).</summary>
public sealed class RegisterClock
{
    /// <summary>The farthest from the newest record that the clock is set without the technician's confirmation, seconds.</summary>
    private const long FarAhead = 366 * CivilTime.SecondsPerDay;

    private readonly IClock _clock;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly SummerTime _summer;
    private long _announced = -1;

    public RegisterClock(IClock clock, FiscalMemoryLog log, WorkingState state, CellStore cells)
    {
        _clock = clock;
        _log = log;
        _state = state;
        _summer = new SummerTime(clock, cells);
    }

    /// <summary>The clock runs on summer time.</summary>
    public bool IsSummerTime => _summer.IsOn;

    private long Newest => _log.NewestTime > _state.NewestTime ? _log.NewestTime : _state.NewestTime;

    /// <summary>The time now, seconds since 2000, and whether documents may bear it.</summary>
    public FiscalError Read(out long now)
    {
        now = 0;
        DeviceResult result = _clock.Read(out DateTime time);
        if (result == DeviceResult.Lost) return FiscalError.ClockLost;
        if (result != DeviceResult.Ok || time.Year < 2000 || time.Year > 2099) return FiscalError.ClockWrong;
        long newest = Newest;
        now = _summer.Follow(CivilTime.FromDateTime(time), newest);
        return now < newest ? FiscalError.ClockBeforeLastRecord : FiscalError.None;
    }

    /// <summary>Once, at start.</summary>
    internal void Load() => _summer.Load();

    /// <summary>Sets the clock. A clock that shows no usable time may be set within a day: else the day could never be closed.</summary>
    /// <param name="seconds">The new time, seconds since 2000.</param>
    /// <param name="markedSummer">It was given as summer time.</param>
    /// <param name="isTechnician">May go far ahead by sending the same time twice: a wrong year would block the register for ever.</param>
    internal FiscalError Set(long seconds, bool markedSummer, bool isTechnician)
    {
        long newest = Newest;
        if (seconds < newest) return FiscalError.ClockBeforeLastRecord;
        bool isDayOpen = _state.TextLength != 0;
        if (isDayOpen && Read(out _) == FiscalError.None) return FiscalError.ZReportNeeded;
        if (newest > 0 && seconds - newest > FarAhead && !IsConfirmed(seconds, isTechnician)) return FiscalError.ClockTooFar;
        if (!_summer.Adopt(seconds, markedSummer)) return FiscalError.WorkingMemoryFailed;
        return _clock.Set(CivilTime.ToDateTime(seconds)) == DeviceResult.Ok ? FiscalError.None : FiscalError.ClockLost;
    }

    private bool IsConfirmed(long seconds, bool isTechnician)
    {
        bool confirmed = isTechnician && seconds == _announced;
        _announced = isTechnician && !confirmed ? seconds : -1;
        return confirmed;
    }
}
