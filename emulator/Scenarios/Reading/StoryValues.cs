using System.Globalization;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Scenarios.Reading;

/// <summary>Values whose form the schema knows and whose meaning it does not.</summary>
internal static class StoryValues
{
    private static readonly string[] s_moments = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>300 ms, 5 s, 31 min, 2 h.</summary>
    public static TimeSpan Duration(StoryNode said)
    {
        var digits = said.Text.TakeWhile(char.IsAsciiDigit).Count();
        var count = int.Parse(said.Text.AsSpan(0, digits), CultureInfo.InvariantCulture);
        return said.Text[digits..].Trim() switch
        {
            "ms" => TimeSpan.FromMilliseconds(count),
            "s" => TimeSpan.FromSeconds(count),
            "min" => TimeSpan.FromMinutes(count),
            _ => TimeSpan.FromHours(count),
        };
    }

    /// <summary>A local time.</summary>
    /// <exception cref="StoryException">There is no such day or hour.</exception>
    public static DateTime Moment(StoryNode said) =>
        DateTime.TryParseExact(said.Text, s_moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is >= 2000 and < 2100 ? moment : throw StoryYaml.Wrong(said.Place, $"there is no moment {said.Text} from 2000 to 2099");

    /// <summary>The first day of a month.</summary>
    /// <exception cref="StoryException">There is no such month.</exception>
    public static DateTime Month(StoryNode said) =>
        DateTime.TryParseExact(said.Text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month : throw StoryYaml.Wrong(said.Place, $"there is no month {said.Text}");

    /// <summary>Bytes in hexadecimal.</summary>
    public static byte[] Bytes(StoryNode said) => Convert.FromHexString(said.Text.Replace(" ", ""));

    /// <summary>An error by its number or its name.</summary>
    /// <exception cref="StoryException">The register has no such error.</exception>
    public static FiscalError Error(StoryNode said)
    {
        if (int.TryParse(said.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            if (number < 0 && FiscalErrors.IsKnown((FiscalError)number)) return (FiscalError)number;
        }
        else if (Enum.TryParse<FiscalError>(said.Text, out var named) && named != FiscalError.None)
        {
            return named;
        }

        throw StoryYaml.Wrong(said.Place, $"the register has no error '{said.Text}'; give a number or a name of docs/reference/errors.md");
    }
}
