using System.Text;

namespace Nf.Benchmarks;

/// <summary>A day of 500 receipts in the FiscalNet language: one to nine lines each, five on average, and the Z report.</summary>
public static class ShopDay
{
    public const int Receipts = 500;

    private static readonly string[] Lines =
    [
        "S^PÂINE ALBĂ FELIATĂ 500G^450^1000^BUC^2^1",
        "S^LAPTE DE VACĂ 3,5% 1L^890^2000^BUC^2^2",
        "S^TELEMEA DE OAIE^4590^285^KG^2^2",
        "S^ZIARUL DE DIMINEAȚĂ^500^1000^BUC^2^8",
        "S^CAFEA ESPRESSO LA PAHAR^700^1000^BUC^1^10",
    ];

    /// <summary>The same text every time.</summary>
    public static string Text()
    {
        var text = new StringBuilder();
        var time = new DateTime(2026, 11, 16, 7, 0, 0);
        for (var receipt = 0; receipt < Receipts; receipt++)
        {
            text.Append($"@{time.AddSeconds(90 * receipt):yyyy-MM-dd HH:mm:ss}\n");
            for (var line = 0; line <= receipt % 9; line++) text.Append(Lines[(receipt + line) % Lines.Length]).Append('\n');
            text.Append(receipt % 3 == 0 ? "P^2^\n\n" : "P^1^\n\n");
        }

        return text.Append("@2026-11-16 22:00:00\nZ^\n").ToString();
    }
}
