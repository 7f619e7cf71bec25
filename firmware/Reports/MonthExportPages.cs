using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Messages;
using Nf.Firmware.Online;

namespace Nf.Firmware.Reports;

/// <summary>What was exported for declaration A4200, on paper: month, days, folder, identifier.</summary>
internal sealed class MonthExportPages : IReportPages
{
    private readonly ReportHead _head;
    private readonly MonthExport _export;

    internal MonthExportPages(ReportHead head, MonthExport export)
    {
        _head = head;
        _export = export;
    }

    /// <inheritdoc/>
    public FiscalError Next(DocumentWriter writer, long now, out bool isLast)
    {
        isLast = true;
        DocumentLine line = writer.Line;
        _head.Write(writer, "EXPORT DECLARAȚIA A4200", null, now);
        line.Clear();
        line.Add("LUNA: ");
        line.AddPadded(_export.Month, 2);
        line.Add("-");
        line.AddPadded(_export.Year, 4);
        writer.Put();
        Closure(writer, "DE LA RAP.Z: ", _export.First);
        Closure(writer, "LA RAP.Z: ", _export.Last);
        writer.Number("FIȘIERE DE ZILE", _export.Last - _export.First + 1);
        writer.Text("FOLDER: " + _export.Folder);
        line.Clear();
        line.Add("ID: ");
        line.Add(_export.Id, 0, MessageIds.ShortLength);
        writer.Put();
        writer.Separator();
        _head.End(writer);
        return FiscalError.None;
    }

    private static void Closure(DocumentWriter writer, string name, int number)
    {
        writer.Line.Clear();
        writer.Line.Add(name);
        writer.Line.AddPadded(number, 4);
        writer.Put();
    }
}
