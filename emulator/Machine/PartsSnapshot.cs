namespace Nf.Emulator.Machine;

/// <summary>How the parts stand that a hand can move.</summary>
/// <param name="Paper">The printer has a roll.</param>
/// <param name="NearEnd">The roll is near its end.</param>
/// <param name="CoverOpen">The printer's cover is open.</param>
/// <param name="PrinterOn">The printer has power.</param>
/// <param name="Card">The journal's card is in its slot.</param>
/// <param name="Drive">A drive for exports is plugged in.</param>
/// <param name="ServiceSwitch">The technician's switch is on.</param>
/// <param name="Network">The parts of the ways out.</param>
public sealed record PartsSnapshot(bool Paper, bool NearEnd, bool CoverOpen, bool PrinterOn, bool Card, bool Drive, bool ServiceSwitch,
    NetworkSnapshot Network)
{
    /// <summary>Looks at the parts.</summary>
    public static PartsSnapshot Of(Hardware hardware) => new(hardware.Printer.PaperLoaded, hardware.Printer.PaperNearEnd,
        hardware.Printer.CoverOpen, hardware.Printer.Powered, hardware.Card.Present, hardware.Drive.Present, hardware.ServiceJumper.Closed,
        NetworkSnapshot.Of(hardware.Online?.Network));
}
