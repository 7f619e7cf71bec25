using Nf.Firmware.Time;

namespace Nf.Firmware.Online;

/// <summary>How long a register of profile 1 may go on without ANAF having its days (norms, annex 11, art. 8, 9; OPANAF 146/2018, II.13).</summary>
/// <remarks>
/// Assumed: nrZ whole days after the oldest unsent day was closed, to the second, no receipt is issued any more. Reports
/// and the Z stay possible. It ends when no day that old is unsent.
/// </remarks>
internal sealed class Blocking
{
    /// <summary>There is no such term.</summary>
    internal const int NoTerm = -1;

    private readonly OnlineConfiguration _configuration;
    private readonly Outbox _outbox;

    internal Blocking(OnlineConfiguration configuration, Outbox outbox)
    {
        _configuration = configuration;
        _outbox = outbox;
    }

    /// <summary>ANAF asks to take the register to service (afisM).</summary>
    internal bool GoToService => _configuration.GoToService;

    /// <summary>No receipt may be issued.</summary>
    internal bool IsBlocked(long now) => DaysLeft(now) == 0;

    /// <summary>Whole days until then, begun ones counted; all of them while nothing is unsent; <see cref="NoTerm"/> in profile 0.</summary>
    internal int DaysLeft(long now)
    {
        int days = _configuration.BlockingDays;
        if (days == 0 || _configuration.ProfileAt(now) == 0) return NoTerm;
        long oldest = _outbox.OldestUnsentMoment;
        if (oldest == 0 || now < oldest) return days;
        long left = days - (now - oldest) / CivilTime.SecondsPerDay;
        return left > 0 ? (int)left : 0;
    }

    /// <summary>As <see cref="DaysLeft"/>, for the display: only while something is unsent.</summary>
    internal int DaysShown(long now) => _outbox.HasUnsent ? DaysLeft(now) : NoTerm;
}
