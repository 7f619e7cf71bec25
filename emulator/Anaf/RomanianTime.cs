namespace Nf.Emulator.Anaf;

/// <summary>Civil time in Romania, which the order's moments are in.</summary>
internal static class RomanianTime
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest");

    /// <summary>The civil time at a moment.</summary>
    internal static DateTime Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, s_zone).DateTime;
}
