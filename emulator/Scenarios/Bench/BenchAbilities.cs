namespace Nf.Emulator.Scenarios.Bench;

/// <summary>What a bench can do besides the host line, the paper and the passing of time, which every bench has.</summary>
[Flags]
public enum BenchAbilities
{
    None = 0,

    /// <summary>Power goes off and on at a word.</summary>
    Power = 1 << 0,

    /// <summary>Power goes at one durable write: only where the stores are models.</summary>
    CutAtWrite = 1 << 1,

    /// <summary>The clock chip is moved from outside.</summary>
    Clock = 1 << 2,

    /// <summary>What the customer's display shows can be read.</summary>
    Display = 1 << 3,

    /// <summary>Printer faults.</summary>
    PrinterFaults = 1 << 4,

    /// <summary>The display's wire can be pulled.</summary>
    DisplayFaults = 1 << 5,

    /// <summary>The journal's card can be taken out, filled, locked.</summary>
    CardFaults = 1 << 6,

    /// <summary>The external drive can be taken out, filled, locked.</summary>
    DriveFaults = 1 << 7,

    /// <summary>Network, SIM, antenna.</summary>
    NetworkFaults = 1 << 8,

    /// <summary>The technician's switch.</summary>
    ServiceSwitch = 1 << 9,

    /// <summary>Files of the journal's card can be read.</summary>
    Journal = 1 << 10,

    /// <summary>The register sends to a stand-in of ANAF that the bench sees into: profile 1.</summary>
    Anaf = 1 << 11,

    /// <summary>Files of the external drive can be read.</summary>
    Drive = 1 << 12,

    /// <summary>The working memory can be wiped.</summary>
    MemoryLoss = 1 << 13,
}
