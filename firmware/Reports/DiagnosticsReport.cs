using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.SelfTest;
using Nf.Hal.Devices;

namespace Nf.Firmware.Reports;

/// <summary>What the register is and how its parts are, on paper: the self-diagnosis (norms, art. 22 H, 27).</summary>
internal sealed class DiagnosticsReport : IReportPages
{
    private readonly RegisterParts _parts;
    private readonly ReportHead _head;
    private readonly OnlineDiagnostics _online;
    private DocumentWriter _writer;
    private bool _cardOnly;

    internal DiagnosticsReport(RegisterParts parts, ReportHead head)
    {
        _parts = parts;
        _head = head;
        _online = new OnlineDiagnostics(parts);
    }

    /// <summary>All parts, or the journal's card alone.</summary>
    internal void Begin(bool cardOnly) => _cardOnly = cardOnly;

    /// <inheritdoc/>
    public FiscalError Next(DocumentWriter writer, long now, out bool isLast)
    {
        _writer = writer;
        isLast = true;
        _head.Write(writer, _cardOnly ? "TEST CARD JURNAL" : "DIAGNOZĂ", null, now);
        if (!_cardOnly) Identity();
        Journal();
        if (!_cardOnly)
        {
            FiscalMemory();
            Parts(now);
            FaultLines.Write(writer, _parts.Devices.Faults);
            _online.Write(writer, now);
        }

        _head.End(writer);
        return FiscalError.None;
    }

    private void Identity()
    {
        _writer.Pair("MODEL", Version.Model);
        _writer.Pair("VERSIUNE PROGRAM", _parts.Devices.Program);
        _writer.Pair("DATA PROGRAM", Version.PaperMoment);
        _writer.Pair("SERIA APARATULUI", _parts.Identity.Fiscal.SerialNumber);
        _writer.Pair("CIF", _parts.Identity.Fiscal.FiscalCode);
        _writer.Pair("PLĂTITOR TVA", _parts.Identity.Fiscal.VatPayer ? "DA" : "NU");
        _writer.Number("ULTIMUL RAPORT Z", _parts.State.LastZ);
        _writer.Separator();
    }

    private void Journal()
    {
        IJournalMedium medium = _parts.Devices.Journal;
        _writer.Number("JURNAL ELECTRONIC NR", _parts.State.Medium);
        State("CARD JURNAL", medium.Present);
        if (!medium.Present) return;
        _writer.Number("SPAȚIU LIBER, KB", medium.FreeBytes / 1024);
        _writer.Number("LINII LIBERE", _parts.Room.LinesLeft);
    }

    private void FiscalMemory()
    {
        FiscalMemoryLog log = _parts.Log;
        _writer.Separator();
        State("MEMORIE FISCALĂ", SelfTestPart.FiscalMemory);
        _writer.Number("ÎNREGISTRĂRI", log.Records);
        _writer.Number("ÎNCHIDERI ZILNICE RĂMASE", log.ClosuresLeft);
        Left("RESETĂRI RAM RĂMASE", RecordKind.RamReset);
        _writer.Number("SCHIMBĂRI COTE TVA RĂMASE", _parts.Fiscaliser.GroupChangesLeft);
        _writer.Number("SCHIMBĂRI ANTET RĂMASE", _parts.Fiscaliser.HeaderChangesLeft);
        Left("INIȚIALIZĂRI JURNAL RĂMASE", RecordKind.JournalMedium);
    }

    private void Parts(long now)
    {
        _writer.Separator();
        State("MEMORIE DE LUCRU", SelfTestPart.WorkingMemory);
        State("IMPRIMANTĂ", SelfTestPart.Printer);
        _writer.Number("COLOANE HÂRTIE", _writer.Columns);
        State("MEDIU EXTERN", _parts.Devices.External != null && _parts.Devices.External.Present);
        State("CEAS", SelfTestPart.Clock);
        if (now != 0) _writer.Pair("ORĂ DE VARĂ", _parts.Clock.IsSummerTime ? "DA" : "NU");
    }

    private void Left(string name, RecordKind kind)
    {
        int left = RecordCapacity.Reserved(kind) - _parts.Log.Count(kind);
        _writer.Number(name, left > 0 ? left : 0);
    }

    private void State(string name, SelfTestPart part) => State(name, new SelfTests(_parts).Of(part) == FiscalError.None);

    private void State(string name, bool works) => _writer.Pair(name, works ? "OK" : "LIPSĂ");
}
