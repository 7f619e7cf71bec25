namespace Nf.Emulator.Scenarios.Bench;

/// <summary>Something that a hand, or bad luck, does to a part; each can be taken back.</summary>
public enum BenchFault
{
    PaperEnd,
    PaperNearEnd,
    CoverOpen,
    PrinterUnplugged,
    PrinterOff,
    CutterJammed,
    HeadHot,
    DisplayUnplugged,
    CardOut,
    CardFull,
    CardLocked,
    DriveOut,
    DriveFull,
    DriveLocked,
    NetworkDown,
    CableOut,
    SimOut,
    AntennaOff,
    ServerSilent,
    ServerRefuses,
}
