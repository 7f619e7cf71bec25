using System.Globalization;
using System.Xml.Linq;

namespace Nf.Emulator.Anaf.Checks;

/// <summary>Reads attributes of a document that its schema found valid.</summary>
internal static class DayView
{
    internal static string Text(this XElement element, string name) => element.Attribute(name)?.Value ?? "";

    internal static decimal Amount(this XElement element, string name) => decimal.Parse(element.Text(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    internal static long Count(this XElement element, string name) => long.Parse(element.Text(name), CultureInfo.InvariantCulture);

    internal static IEnumerable<XElement> Named(this XElement element, params string[] names) =>
        element.Elements().Where(child => names.Contains(child.Name.LocalName));

    /// <summary>The receipts of a day of any type.</summary>
    internal static List<XElement> Receipts(XElement day) => [.. day.Named("bon", "bonSV", "bonT")];

    /// <summary>The Z of a day of any type.</summary>
    internal static XElement Closure(XElement day) => day.Named("rB", "rSV", "rT").Single();

    /// <summary>The receipts and the Z as text: what must be the same when a day is sent again.</summary>
    internal static string Fiscal(XElement day) =>
        string.Concat(day.Named("bon", "bonSV", "bonT", "rB", "rSV", "rT").Select(element => element.ToString(SaveOptions.DisableFormatting)));
}
