using System.Globalization;

namespace Nf.Emulator.Visit;

/// <summary>Moments and numbers as the visit's papers show them: days as day, month, year (norms, art. 58).</summary>
internal static class VisitText
{
    internal static string Moment(DateTime? moment) => moment?.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture) ?? "–";

    internal static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    internal static string Receipt(LastDocuments last) => last.Receipt == 0 ? "niciunul" : $"nr. {last.Receipt:0000} din ziua Z {last.ReceiptDay:0000}";

    internal static string Closure(LastDocuments last) => last.Z == 0 ? "niciunul" : $"nr. {last.Z:0000}";
}
