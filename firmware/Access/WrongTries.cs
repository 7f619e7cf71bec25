using System;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Access;

/// <summary>Counts wrong passwords in a row and makes each further try wait longer, also across a restart.</summary>
internal sealed class WrongTries
{
    /// <summary>Wrong ones that cost nothing.</summary>
    private const int Free = 3;

    /// <summary>The longest wait, seconds.</summary>
    private const int LongestWait = 300;

    /// <summary>From here on the wait is the longest one.</summary>
    private const int MaxCounted = 12;

    private readonly CellStore _cells;
    private readonly IUptime _uptime;
    private readonly byte[] _counts = new byte[Holders.Count];
    private readonly long[] _since = new long[Holders.Count];

    internal WrongTries(CellStore cells, IUptime uptime)
    {
        _cells = cells;
        _uptime = uptime;
    }

    /// <summary>Once, at start: how long the register was off is not known, so that every wait begins again.</summary>
    internal void Load()
    {
        if (!_cells.Read(AccessLayout.Tries, _counts, _counts.Length)) Array.Clear(_counts, 0, _counts.Length);
        for (int i = 0; i < _since.Length; i++) _since[i] = _uptime.Milliseconds;
    }

    /// <summary>Seconds until the next try is taken; 0 when it is now.</summary>
    internal int SecondsToWait(int holder)
    {
        long left = _since[holder] + Wait(_counts[holder]) * 1000L - _uptime.Milliseconds;
        return left > 0 ? (int)((left + 999) / 1000) : 0;
    }

    /// <summary>Counts a wrong one, before the answer says so.</summary>
    internal FiscalError Wrong(int holder)
    {
        if (_counts[holder] < MaxCounted) _counts[holder]++;
        _since[holder] = _uptime.Milliseconds;
        return Save();
    }

    /// <summary>The right one clears the count.</summary>
    internal FiscalError Right(int holder)
    {
        if (_counts[holder] == 0) return FiscalError.None;
        _counts[holder] = 0;
        return Save();
    }

    private FiscalError Save() => _cells.Write(AccessLayout.Tries, _counts, _counts.Length);

    private static int Wait(int count)
    {
        if (count < Free) return 0;
        int seconds = 1 << (count - Free + 1);
        return seconds < LongestWait ? seconds : LongestWait;
    }
}
