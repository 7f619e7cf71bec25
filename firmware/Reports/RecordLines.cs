using Nf.Firmware.Bytes;
using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.FiscalMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Reports;

/// <summary>One record of the fiscal memory as lines of a report.</summary>
/// <remarks>Every record shows its moment and the Z counter beside it (norms, art. 46 (3)).</remarks>
internal sealed class RecordLines
{
    private readonly FiscalMemoryLog _log;
    private readonly VatGroups _groups = new VatGroups();
    private readonly Header _header = new Header();
    private readonly Fiscalisation _fiscalisation = new Fiscalisation();
    private DocumentWriter _writer;

    internal RecordLines(FiscalMemoryLog log) => _log = log;

    /// <summary>The record that the log read last, if it is no closure.</summary>
    internal void WriteEvent(DocumentWriter writer)
    {
        _writer = writer;
        RecordKind kind = _log.Kind;
        Title(Name(kind), _log.CountThen(kind));
        Stamp(_log.CountThen(RecordKind.Closure));
        if (kind == RecordKind.Fiscalisation) Fiscal();
        if (kind == RecordKind.VatRegistration) Registration();
        if (kind == RecordKind.Header) HeaderText();
        if (kind == RecordKind.VatGroups) Rates();
        if (kind == RecordKind.JournalMedium) Medium();
        if (kind == RecordKind.FirmwareUpdate) Update();
        OnlineRecordLines.Write(_log, _writer);
        _writer.Separator();
    }

    /// <summary>A closure that was loaded from the record that the log read last.</summary>
    internal void WriteClosure(DocumentWriter writer, ClosureRecord closure)
    {
        _writer = writer;
        DayTotals day = closure.Totals;
        _writer.Line.Clear();
        _writer.Line.Add("Z NR: ");
        _writer.Line.AddPadded(closure.Number, 4);
        _writer.Put(LineStyle.Bold);
        ReportLines.Moment(_writer, "DATA: ", _log.Time);
        _writer.Number("NUMĂR BONURI FISCALE", day.Receipts);
        _writer.Amount("VAL. TOTALĂ VÂNZĂRI", day.Total);
        _writer.Amount("TOTAL TVA", day.TotalVat);
        ReportLines.Groups(_writer, closure.Groups, day);
        _writer.Number("BONURI CU COD CUMPĂRĂTOR", day.BuyerReceipts);
        _writer.Amount("  VALOARE", day.BuyerTotal);
        _writer.Amount("  TVA", day.BuyerVat);
        _writer.Amount("TOTAL GENERAL", closure.GrandTotal);
        _writer.Amount("TOTAL GENERAL TVA", closure.GrandVat);
        _writer.Line.Clear();
        _writer.Line.Add("JURNAL ELECTRONIC NR: ");
        _writer.Line.AddPadded(closure.Medium, 2);
        _writer.Put();
        _writer.Text("[SHA-256]");
        ReportLines.Digest(_writer, closure.Digest);
        _writer.Separator();
    }

    private static string Name(RecordKind kind)
    {
        switch (kind)
        {
            case RecordKind.Fiscalisation: return "FISCALIZARE";
            case RecordKind.Header: return "ANTET";
            case RecordKind.VatGroups: return "COTE TVA";
            case RecordKind.JournalMedium: return "JURNAL ELECTRONIC";
            case RecordKind.VatRegistration: return "ÎNREGISTRARE TVA";
            case RecordKind.FirmwareUpdate: return UpdateLines.Name;
            case RecordKind.RamReset: return "RESETARE RAM";
            default: return OnlineRecordLines.Name(kind) ?? "ÎNREGISTRARE";
        }
    }

    private void Title(string name, int number)
    {
        string ordinal = "NR. " + number.ToString();
        // On narrow paper the number stays with its word.
        if (name.Length + 1 + ordinal.Length <= _writer.Columns)
        {
            _writer.Text(name + " " + ordinal, LineStyle.Bold);
            return;
        }

        _writer.Text(name, LineStyle.Bold);
        _writer.Text(ordinal, LineStyle.Bold);
    }

    private void Stamp(int closures)
    {
        _writer.Line.Clear();
        _writer.Line.AddDate(_log.Time);
        _writer.Line.Add((byte)' ');
        _writer.Line.AddTime(_log.Time);
        int right = _writer.Line.StartRight();
        _writer.Line.Add("Z:");
        _writer.Line.AddPadded(closures, 4);
        _writer.Line.AlignRight(right);
        _writer.Put();
    }

    private void Fiscal()
    {
        _fiscalisation.Load(_log.Payload);
        _writer.Text("SERIA FISCALĂ: " + _fiscalisation.Series);
        _writer.Text("SERIA APARATULUI: " + _fiscalisation.SerialNumber);
        Code();
    }

    private void Registration()
    {
        _fiscalisation.LoadRegistration(_log.Payload);
        Code();
    }

    private void Code()
    {
        _writer.Text("CIF: " + _fiscalisation.FiscalCode);
        _writer.Text(_fiscalisation.VatPayer ? "PLĂTITOR TVA" : "NEPLĂTITOR TVA");
    }

    private void HeaderText()
    {
        _header.Load(_log.Payload);
        for (int i = 0; i < _header.Count; i++)
        {
            _writer.Line.Clear();
            _writer.Line.Add(_header.Line(i), 0, _header.Line(i).Length);
            _writer.Put();
        }
    }

    private void Rates()
    {
        _groups.Load(_log.Payload);
        for (int i = 0; i < VatGroups.Programmable; i++)
        {
            _writer.Line.Clear();
            _writer.Line.Add((byte)VatGroups.Letter(i));
            _writer.Line.Add(" - ");
            if (_groups.Kind(i) == VatGroupKind.Rate) _writer.AddPercent(_groups.Rate(i));
            else _writer.Line.Add(_groups.Kind(i) == VatGroupKind.Exempt ? "SCUTIT TVA" : "NEFOLOSITĂ");
            _writer.Put();
        }
    }

    private void Update()
    {
        var record = new UpdateRecord();
        record.Load(_log.Payload);
        UpdateLines.Write(_writer, record);
    }

    private void Medium()
    {
        ByteReader payload = _log.Payload;
        _writer.Line.Clear();
        _writer.Line.Add("MEDIUL NR: ");
        _writer.Line.AddPadded(payload.U16(), 2);
        _writer.Put();
    }
}
