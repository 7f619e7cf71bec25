using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Time;

namespace Nf.Firmware.Online;

/// <summary>Whether a configuration message may be obeyed (OPANAF 146/2018, annex 2, II.10, II.11, II.13).</summary>
internal static class ConfigurationRules
{
    /// <summary>Why not; None when it may.</summary>
    /// <param name="message">As it was read.</param>
    /// <param name="current">What is in force.</param>
    /// <param name="identity">Whose it must be.</param>
    /// <param name="addressType">Category of the address that the register sends to.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal static FiscalError Check(ConfigurationMessage message, OnlineConfiguration current, Fiscalisation identity, int addressType, long now)
    {
        if (message.HasProfile && Digits.Value(message.Series) != Digits.Value(identity.Series)) return FiscalError.ConfigurationForeign;
        if (message.Moment <= current.Moment) return FiscalError.ConfigurationOld;
        if (message.Kind == MessageKind.Reset) return CheckReset(message, current, now);
        bool moves = message.Profile == 1 && current.ProfileAt(now) == 0;
        return moves && !IsComplete(message, addressType) ? FiscalError.ConfigurationIncomplete : FiscalError.None;
    }

    // Its day must not be over, and the register must know what to do when it comes back to profile 1.
    private static FiscalError CheckReset(ConfigurationMessage message, OnlineConfiguration current, long now)
    {
        if (message.Date + CivilTime.SecondsPerDay <= now) return FiscalError.ConfigurationOld;
        return current.BlockingDays == 0 ? FiscalError.ConfigurationIncomplete : FiscalError.None;
    }

    // What II.13 wants in the file that moves a register from profile 0 to 1.
    private static bool IsComplete(ConfigurationMessage message, int addressType)
    {
        const int absent = ConfigurationMessage.Absent;
        if (message.Date == absent || message.BlockingDays == absent || message.RetryMinutes == absent || message.SendMinutes == absent) return false;
        return message.CertificateLength > 0 && message.Urls[addressType - 1] != null;
    }
}
