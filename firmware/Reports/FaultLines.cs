using Nf.Firmware.Documents;
using Nf.Firmware.Supervision;

namespace Nf.Firmware.Reports;

/// <summary>The last fault that stopped the firmware, as a section of the self-diagnosis; nothing when there was none.</summary>
internal static class FaultLines
{
    internal static void Write(DocumentWriter writer, FaultLog faults)
    {
        if (faults == null || faults.Total == 0) return;
        writer.Separator();
        writer.Number("ERORI INTERNE", faults.Total);
        if (faults.Moment != 0) ReportLines.Moment(writer, "ULTIMA: ", faults.Moment);
        writer.Pair("LA", faults.AtStart ? "PORNIRE" : "LUCRU");
        writer.Number("SECUNDE DE LA PORNIRE", faults.Uptime / 1000);
        writer.Text(faults.Type);
        if (faults.Message.Length > 0) writer.Text(faults.Message);
    }
}
