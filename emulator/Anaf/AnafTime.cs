using System.Globalization;

namespace Nf.Emulator.Anaf;

/// <summary>The order's forms of moments and days; Romanian civil time.</summary>
internal static class AnafTime
{
    /// <summary>Characters of a moment in an identifier.</summary>
    internal const int MomentLength = 14;

    private const string MomentForm = "yyyyMMddHHmmss";
    private const string EventForm = "dd.MM.yyyy HH:mm:ss";

    /// <summary>AAAALLZZHHMMSS.</summary>
    internal static string Moment(DateTime moment) => moment.ToString(MomentForm, CultureInfo.InvariantCulture);

    /// <summary>zz.ll.aaaa.</summary>
    internal static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>Reads AAAALLZZHHMMSS; null when it is no moment.</summary>
    internal static DateTime? ReadMoment(string text) => Read(text, MomentForm);

    /// <summary>Reads zz.ll.aaaa HH:mm:ss; null when it is no moment.</summary>
    internal static DateTime? ReadEvent(string text) => Read(text, EventForm);

    private static DateTime? Read(string text, string form) =>
        DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
