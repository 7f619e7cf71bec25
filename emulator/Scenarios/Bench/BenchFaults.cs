namespace Nf.Emulator.Scenarios.Bench;

/// <summary>The faults as stories call them, and what a bench must be able to do for each.</summary>
public static class BenchFaults
{
    /// <summary>Every fault: its words in a story, and the ability.</summary>
    public static IReadOnlyDictionary<string, (BenchFault Fault, BenchAbilities Needs)> ByWords { get; } = new Dictionary<string, (BenchFault, BenchAbilities)>
    {
        ["paper end"] = (BenchFault.PaperEnd, BenchAbilities.PrinterFaults),
        ["paper near end"] = (BenchFault.PaperNearEnd, BenchAbilities.PrinterFaults),
        ["cover open"] = (BenchFault.CoverOpen, BenchAbilities.PrinterFaults),
        ["printer unplugged"] = (BenchFault.PrinterUnplugged, BenchAbilities.PrinterFaults),
        ["printer off"] = (BenchFault.PrinterOff, BenchAbilities.PrinterFaults),
        ["cutter jammed"] = (BenchFault.CutterJammed, BenchAbilities.PrinterFaults),
        ["print head hot"] = (BenchFault.HeadHot, BenchAbilities.PrinterFaults),
        ["display unplugged"] = (BenchFault.DisplayUnplugged, BenchAbilities.DisplayFaults),
        ["journal card out"] = (BenchFault.CardOut, BenchAbilities.CardFaults),
        ["journal card full"] = (BenchFault.CardFull, BenchAbilities.CardFaults),
        ["journal card locked"] = (BenchFault.CardLocked, BenchAbilities.CardFaults),
        ["drive out"] = (BenchFault.DriveOut, BenchAbilities.DriveFaults),
        ["drive full"] = (BenchFault.DriveFull, BenchAbilities.DriveFaults),
        ["drive locked"] = (BenchFault.DriveLocked, BenchAbilities.DriveFaults),
        ["network down"] = (BenchFault.NetworkDown, BenchAbilities.NetworkFaults),
        ["network cable out"] = (BenchFault.CableOut, BenchAbilities.NetworkFaults),
        ["SIM out"] = (BenchFault.SimOut, BenchAbilities.NetworkFaults),
        ["antenna off"] = (BenchFault.AntennaOff, BenchAbilities.NetworkFaults),
        ["ANAF silent"] = (BenchFault.ServerSilent, BenchAbilities.Anaf),
        ["ANAF refuses"] = (BenchFault.ServerRefuses, BenchAbilities.Anaf),
    };

    /// <summary>The ability that a fault needs.</summary>
    public static BenchAbilities Needs(BenchFault fault) => ByWords.Values.First(known => known.Fault == fault).Needs;
}
