using Nf.Firmware;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Firmware.Time;

namespace Nf.Emulator.Machine;

/// <summary>How a register stands with ANAF at one moment.</summary>
/// <param name="Profile">0 reports by files, 1 sends.</param>
/// <param name="ProfileChangesAt">When the other profile comes into force; null when no change is under way.</param>
/// <param name="AnafCertificateUntil">Until when ANAF's certificate is valid, UTC; null when there is none.</param>
/// <param name="OwnCertificateUntil">The same of the register's own.</param>
/// <param name="DaysLeft">Days until it blocks; null in profile 0.</param>
/// <param name="Unsent">Closed days that ANAF does not have.</param>
/// <param name="Activity">What it does now.</param>
/// <param name="LastConfirmed">Number of the last day that ANAF has; 0 for none.</param>
/// <param name="LastConfirmedAt">When ANAF last confirmed one; null for never.</param>
/// <param name="Error">What was wrong with the last attempt; null when nothing was.</param>
/// <param name="NextAttempt">When it tries again; null when nothing waits.</param>
public sealed record OnlineSnapshot(int Profile, DateTime? ProfileChangesAt, DateTime? AnafCertificateUntil, DateTime? OwnCertificateUntil, int? DaysLeft,
    int Unsent, OnlineActivity Activity, int LastConfirmed, DateTime? LastConfirmedAt, ErrorSnapshot? Error, DateTime? NextAttempt)
{
    /// <summary>Looks at a register; null when it has no online module.</summary>
    /// <param name="now">Its clock, seconds since 2000.</param>
    internal static OnlineSnapshot? Of(Register register, long now)
    {
        if (register.Online is not { } online) return null;
        var (configuration, outbox, days) = (register.Configuration, register.Reporting.Outbox, online.DaysLeft(now));
        return new OnlineSnapshot(configuration.ProfileAt(now), configuration.ChangesAt > now ? At(configuration.ChangesAt) : null,
            At(online.AnafCertificateUntil), At(online.OwnCertificateUntil), days < 0 ? null : days, online.Unsent, online.Activity,
            outbox.LastConfirmed, At(outbox.LastConfirmedAt), online.Error == FiscalError.None ? null : ErrorSnapshot.Of(online.Error), At(online.NextAttempt(now)));
    }

    private static DateTime? At(long seconds) => seconds == 0 ? null : CivilTime.ToDateTime(seconds);
}
