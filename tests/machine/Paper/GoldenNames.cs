using Nf.Firmware.WorkingMemory;

namespace Nf.Tests.Machine.Paper;

/// <summary>Which golden documents there are, by what the firmware knows of documents.</summary>
internal static class GoldenNames
{
    /// <summary>Documents of each kind; those of <see cref="DocumentKind.Report"/> are in <see cref="Reports"/>.</summary>
    public static readonly Dictionary<DocumentKind, string[]> Documents = new()
    {
        [DocumentKind.Receipt] =
        [
            "receipt-payer", "receipt-not-registered", "receipt-every-element", "receipt-export", "receipt-card-advance",
            "receipt-foreign-currency", "receipt-deposit-and-packaging", "receipt-tip", "receipt-free-text", "receipt-trial",
            "receipt-interrupted",
        ],
        [DocumentKind.CancelledReceipt] = ["receipt-cancelled"],
        [DocumentKind.ServiceSum] = ["service-sum-in", "service-sum-out", "service-sum-in-currency", "service-sum-out-currency"],
        [DocumentKind.ReportX] = ["report-x", "report-x-trial"],
        [DocumentKind.ReportZ] =
        [
            "report-z", "report-z-not-registered", "report-z-warnings", "report-z-journal-full", "report-z-after-reset", "report-z-trial",
            "report-z-term",
        ],
        [DocumentKind.PowerNotice] = ["notice-power"],
        [DocumentKind.ResetNotice] = ["notice-reset", "notice-reset-unfinished"],
        [DocumentKind.MediumNotice] = ["notice-medium"],
        [DocumentKind.NonFiscal] = ["non-fiscal"],
        [DocumentKind.Fiscalisation] = ["fiscalisation", "fiscalisation-doubtful"],
        [DocumentKind.ConnectionTest] = ["connection-test", "connection-test-failed"],
        [DocumentKind.Update] = ["update", "update-given-up"],
        [DocumentKind.SendingSlip] = ["sending-slip", "sending-slip-days", "sending-slip-failed"],
        [DocumentKind.Provisioning] =
        [
            "provisioning-anaf", "provisioning-own", "provisioning-configuration", "provisioning-reset", "provisioning-unblocking",
        ],
    };

    /// <summary>Reports, by the class that lays them out.</summary>
    public static readonly Dictionary<string, string[]> Reports = new()
    {
        ["FiscalMemoryReport"] =
        [
            "report-summary-by-number", "report-summary-by-date", "report-detailed-by-number", "report-detailed-by-date",
            "report-detailed-not-registered",
        ],
        ["EventReport"] =
        [
            "report-media", "report-headers", "report-vat", "report-resets", "report-anaf-certificates", "report-own-certificates",
            "report-configurations", "report-unblockings",
        ],
        ["JournalReport"] = ["report-journal-by-number", "report-journal-by-date", "report-open-day", "report-journal-missing-day"],
        ["MonthExportPages"] = ["report-a4200"],
        ["DocumentReport"] = ["report-document", "report-document-z"],
        ["DiagnosticsReport"] = ["report-diagnostics", "report-diagnostics-card", "report-diagnostics-online"],
        ["OperatorReport"] = ["report-operators", "report-operators-clearing"],
        ["ClassReport"] = ["report-departments", "report-article-groups"],
        ["ArticleReport"] =
        [
            "report-articles-detailed", "report-articles-summary", "report-articles-detailed-clearing", "report-articles-summary-clearing",
            "report-articles-programmed", "report-articles-stock",
        ],
    };

    public static IEnumerable<string> All => Documents.Values.Concat(Reports.Values).SelectMany(names => names);

    /// <summary>The kind of the document of this name; None for a name that is not listed.</summary>
    public static DocumentKind KindOf(string name)
    {
        if (Reports.Values.Any(names => names.Contains(name))) return DocumentKind.Report;
        return Documents.FirstOrDefault(pair => pair.Value.Contains(name)).Key;
    }
}
