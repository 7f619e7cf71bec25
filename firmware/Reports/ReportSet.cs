using Nf.Firmware.Documents;
using Nf.Firmware.Journal;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Reports;

/// <summary>The reports of the reporting mode, made once and begun again for each request.</summary>
internal sealed class ReportSet
{
    /// <param name="parts">The register.</param>
    /// <param name="writer">Lays out lines.</param>
    /// <param name="spool">Where they go.</param>
    internal ReportSet(RegisterParts parts, DocumentWriter writer, Spool spool)
    {
        Finder = new PeriodFinder(parts.Log);
        Head = new ReportHead(parts.Identity, Finder);
        var lines = new RecordLines(parts.Log);
        Memory = new FiscalMemoryReport(parts.Log, Head, lines, Finder);
        Events = new EventReport(parts.Log, Head, lines);
        Diagnostics = new DiagnosticsReport(parts, Head);
        Text = new JournalLines(parts.Devices.Journal);
        Verifier = new JournalVerifier(parts.Devices.Journal, parts.Log, parts.State);
        var verdict = new DayVerdict(parts.Log, parts.State, Verifier);
        var journal = new JournalPeriod(Text, verdict);
        var paper = new JournalPaper();
        Journal = new JournalReport(Head, journal, paper);
        JournalFile = new JournalFile(Head, journal, writer, spool);
        Document = new DocumentReport(Head, Text, paper);
        Day = new DayFile(Text, Verifier);
    }

    internal PeriodFinder Finder { get; }

    internal ReportHead Head { get; }

    internal FiscalMemoryReport Memory { get; }

    internal EventReport Events { get; }

    internal DiagnosticsReport Diagnostics { get; }

    internal JournalLines Text { get; }

    internal JournalVerifier Verifier { get; }

    internal JournalReport Journal { get; }

    internal JournalFile JournalFile { get; }

    internal DocumentReport Document { get; }

    internal DayFile Day { get; }
}
