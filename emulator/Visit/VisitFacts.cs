using Nf.Firmware;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Time;

namespace Nf.Emulator.Visit;

/// <summary>What the register says of itself for the intervention book.</summary>
/// <param name="At">The register's clock.</param>
/// <param name="Last">Its newest documents.</param>
/// <param name="Resets">Resets of the working memory so far.</param>
internal sealed record VisitFacts(DateTime At, LastDocuments Last, int Resets)
{
    /// <summary>Looks at a register that rests.</summary>
    internal static VisitFacts Of(Register register)
    {
        register.Clock.Read(out var now);
        return new VisitFacts(CivilTime.ToDateTime(now), Documents(register), register.Log.Count(RecordKind.RamReset));
    }

    private static LastDocuments Documents(Register register)
    {
        var z = register.Log.Count(RecordKind.Closure);
        if (register.State.Totals.Receipts > 0) return new LastDocuments(register.State.Totals.Receipts, register.State.OpenDay, z);
        var closure = new ClosureRecord();
        for (var day = z; day > 0; day--)
        {
            if (!register.Log.ReadNumbered(RecordKind.Closure, day)) continue;
            closure.Load(register.Log.Payload);
            if (closure.Totals.Receipts > 0) return new LastDocuments(closure.Totals.Receipts, day, z);
        }

        return new LastDocuments(0, 0, z);
    }
}
