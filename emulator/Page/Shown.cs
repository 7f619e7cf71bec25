using System.Globalization;

namespace Nf.Emulator.Page;

/// <summary>Values as the page writes them.</summary>
internal static class Shown
{
    private const string Nothing = "–";

    private static readonly NumberFormatInfo s_numbers = new() { NumberGroupSeparator = "\u202F", NumberDecimalDigits = 2 };

    /// <summary>A sum in lei, two decimals, thousands apart.</summary>
    internal static string Lei(decimal? lei) => lei?.ToString("N", s_numbers) ?? Nothing;

    /// <summary>A day and time of the register's clock.</summary>
    internal static string Moment(DateTime? moment) => moment?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>A day.</summary>
    internal static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A VAT rate.</summary>
    internal static string Percent(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
