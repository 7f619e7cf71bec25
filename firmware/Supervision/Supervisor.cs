using System;
using Nf.Firmware.Time;
using Nf.Hal.Devices;

namespace Nf.Firmware.Supervision;

/// <summary>Runs a board's program and catches what it throws: keeps a record of it and starts the register anew.</summary>
/// <remarks>
/// A fault is an exception that nobody expected; refusals are none. After the first one in a row the restart comes at
/// once, after the next ones later and later; after <see cref="MostInARow"/> there is none any more, and every switching
/// on by hand is one try. So a fault at each start ends in a register that stands still, and neither wears the memory
/// nor prints without end. Without a memory to count in there is no restart either.
/// The watchdog is fed by the program's turns, and here while the supervisor waits on purpose: a program that
/// hangs is reset by it.
/// </remarks>
public sealed class Supervisor
{
    /// <summary>With so many faults in a row the register stands still.</summary>
    public const int MostInARow = 5;

    /// <summary>Wait before the restart after the second fault in a row, milliseconds; doubled with each further one.</summary>
    private const long FirstWait = 2000;

    /// <summary>After so long without a fault a row of them has ended, milliseconds.</summary>
    private const long CalmAfter = 600000;

    private readonly ISupervised _program;
    private readonly FaultLog _faults;
    private readonly IUptime _uptime;
    private readonly IClock _clock;
    private readonly IWatchdog _watchdog;
    private readonly IRestart _restart;
    private bool _started;
    private bool _waits;
    private long _restartAt;

    /// <param name="program">What runs.</param>
    /// <param name="faults">Where faults are kept.</param>
    /// <param name="uptime">For waits.</param>
    /// <param name="clock">The register's clock, for the record.</param>
    /// <param name="watchdog">Fed while a restart is waited for.</param>
    /// <param name="restart">Restarts the board.</param>
    public Supervisor(ISupervised program, FaultLog faults, IUptime uptime, IClock clock, IWatchdog watchdog, IRestart restart)
    {
        _program = program;
        _faults = faults;
        _uptime = uptime;
        _clock = clock;
        _watchdog = watchdog;
        _restart = restart;
    }

    /// <summary>The register stands still until it is switched off and on.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>One step: the start, then a turn each; false when there was nothing to do.</summary>
    public bool Step()
    {
        if (HasStopped || _waits) return Wait();
        try
        {
            if (_started) return Turn();
            _program.Start();
            _started = true;
            return true;
        }
        catch (Exception fault)
        {
            Take(fault);
            return true;
        }
    }

    private bool Turn()
    {
        bool worked = _program.Turn();
        if (_faults.InARow > 0 && _uptime.Milliseconds >= CalmAfter) _faults.EndRow();
        return worked;
    }

    private void Take(Exception fault)
    {
        bool kept = _faults.Add(fault.GetType().FullName, fault.Message, !_started, Now(), _uptime.Milliseconds);
        if (!kept || _faults.InARow >= MostInARow)
        {
            HasStopped = true;
            Say();
            return;
        }

        _waits = true;
        long wait = _faults.InARow == 1 ? 0 : FirstWait << (_faults.InARow - 2);
        _restartAt = _uptime.Milliseconds + wait;
    }

    private bool Wait()
    {
        _watchdog.Feed();
        if (HasStopped || _uptime.Milliseconds < _restartAt) return false;
        _restart.Restart();
        return true;
    }

    /// <summary>The fault may be in the clock.</summary>
    private long Now()
    {
        try
        {
            return _clock.Read(out DateTime now) == DeviceResult.Ok ? CivilTime.FromDateTime(now) : 0;
        }
        catch (Exception)
        {
            return 0;
        }
    }

    /// <summary>The fault may be in what says it.</summary>
    private void Say()
    {
        try
        {
            _program.Stopped();
        }
        catch (Exception)
        {
            // Nobody is told; the record stays.
        }
    }
}
