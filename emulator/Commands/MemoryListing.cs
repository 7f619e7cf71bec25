using System.Globalization;
using Nf.Firmware;
using Nf.Firmware.Day;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Text;
using Nf.Firmware.Time;

namespace Nf.Emulator.Commands;

/// <summary>One record of the fiscal memory, in words.</summary>
/// <param name="Slot">Where it stands.</param>
/// <param name="Kind">What it is; "Void" for a slot that a power cut spoilt.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Facts">What it says, name by name.</param>
internal sealed record MemoryRecord(int Slot, string Kind, DateTime? Time, IReadOnlyDictionary<string, string> Facts);

/// <summary>The records of a register's fiscal memory.</summary>
internal static class MemoryListing
{
    internal static IReadOnlyList<MemoryRecord> Of(Register register) =>
        [.. Enumerable.Range(0, register.Log.UsedSlots).Select(slot => At(register.Log, slot))];

    internal static void Write(IReadOnlyList<MemoryRecord> records, TextWriter output)
    {
        foreach (var record in records)
        {
            output.WriteLine($"{record.Slot,5}  {record.Time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-",-19}  {record.Kind}");
            foreach (var (name, value) in record.Facts) output.WriteLine($"       {name,-14} {value}");
        }
    }

    private static MemoryRecord At(FiscalMemoryLog log, int slot) => log.Read(slot)
        ? new MemoryRecord(slot, log.Kind.ToString(), CivilTime.ToDateTime(log.Time), Facts(log))
        : new MemoryRecord(slot, "Void", null, new Dictionary<string, string>());

    private static Dictionary<string, string> Facts(FiscalMemoryLog log) => log.Kind switch
    {
        RecordKind.Fiscalisation => Fiscalisation(log),
        RecordKind.VatRegistration => Registration(log),
        RecordKind.Header => Header(log),
        RecordKind.VatGroups => Groups(log),
        RecordKind.JournalMedium => new() { ["medium"] = log.Payload.U16().ToString(CultureInfo.InvariantCulture) },
        RecordKind.FirmwareUpdate => Update(log),
        RecordKind.Closure => Closure(log),
        _ => OnlineListing.Facts(log),
    };

    private static Dictionary<string, string> Fiscalisation(FiscalMemoryLog log)
    {
        var identity = new Fiscalisation();
        identity.Load(log.Payload);
        return new()
        {
            ["series"] = identity.Series,
            ["serial number"] = identity.SerialNumber,
            ["fiscal code"] = identity.FiscalCode,
            ["VAT payer"] = identity.VatPayer ? "yes" : "no",
        };
    }

    private static Dictionary<string, string> Registration(FiscalMemoryLog log)
    {
        var identity = new Fiscalisation();
        identity.LoadRegistration(log.Payload);
        return new() { ["fiscal code"] = identity.FiscalCode, ["VAT payer"] = identity.VatPayer ? "yes" : "no" };
    }

    private static Dictionary<string, string> Update(FiscalMemoryLog log)
    {
        var update = new UpdateRecord();
        update.Load(log.Payload);
        return new()
        {
            ["source"] = update.Way.ToString(),
            ["before"] = update.Before,
            ["after"] = update.After,
            ["SHA-256"] = update.Way == UpdateWay.Found ? "not known" : Convert.ToHexString(update.Digest),
        };
    }

    private static Dictionary<string, string> Header(FiscalMemoryLog log)
    {
        var header = new Header();
        header.Load(log.Payload);
        return Enumerable.Range(0, header.Count).ToDictionary(i => $"line {i + 1}", i => Latin16.ToText(header.Line(i), 0, header.Line(i).Length));
    }

    private static Dictionary<string, string> Groups(FiscalMemoryLog log)
    {
        var groups = new VatGroups();
        groups.Load(log.Payload);
        return Enumerable.Range(0, VatGroups.Programmable).ToDictionary(i => $"group {VatGroups.Letter(i)}", i => Group(groups, i));
    }

    private static string Group(VatGroups groups, int group) => groups.Kind(group) switch
    {
        VatGroupKind.Rate => $"{Lei(groups.Rate(group))} %",
        VatGroupKind.Exempt => "exempt",
        _ => "unused",
    };

    private static Dictionary<string, string> Closure(FiscalMemoryLog log)
    {
        var closure = new ClosureRecord();
        closure.Load(log.Payload);
        var facts = new Dictionary<string, string>
        {
            ["Z"] = closure.Number.ToString("0000", CultureInfo.InvariantCulture),
            ["receipts"] = closure.Totals.Receipts.ToString(CultureInfo.InvariantCulture),
            ["total"] = Lei(closure.Totals.Total),
            ["VAT"] = Lei(closure.Totals.TotalVat),
            ["grand total"] = Lei(closure.GrandTotal),
            ["journal"] = closure.Medium.ToString(CultureInfo.InvariantCulture),
            ["SHA-256"] = Convert.ToHexString(closure.Digest),
        };
        for (var i = 0; i < VatGroups.Count; i++)
            if (closure.Totals.Gross(i) != 0) facts[$"group {VatGroups.Letter(i)}"] = $"{Lei(closure.Totals.Gross(i))}, VAT {Lei(closure.Totals.Vat(i))}";
        return facts;
    }

    private static string Lei(long bani) => (bani / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
