using Nf.Firmware.Documents;
using Nf.Firmware.FiscalMemory;

namespace Nf.Firmware.Reports;

/// <summary>What the record of another program tells, as lines: in reports, and on the document about it.</summary>
internal static class UpdateLines
{
    /// <summary>The heading.</summary>
    internal const string Name = "ACTUALIZARE PROGRAM";

    internal static void Write(DocumentWriter writer, UpdateRecord record)
    {
        writer.Pair("SURSA", Source(record.Way));
        if (record.Before.Length > 0) writer.Pair("VERSIUNEA VECHE", record.Before);
        writer.Pair("VERSIUNEA NOUĂ", record.After);
        if (record.Way == UpdateWay.Found) return;
        writer.Text("[SHA-256]");
        ReportLines.Digest(writer, record.Digest);
    }

    private static string Source(UpdateWay way)
    {
        switch (way)
        {
            case UpdateWay.Medium: return "MEDIU EXTERN";
            case UpdateWay.Order: return "ORDIN REVENIRE";
            default: return "CABLU";
        }
    }
}
