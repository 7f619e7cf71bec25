using Nf.Emulator.Machine;
using Nf.Emulator.Network;

namespace Nf.Emulator.Scenarios.Bench;

/// <summary>What a hand does to the emulated parts.</summary>
internal static class EmulatorHands
{
    private const long FullCard = 0;

    /// <summary>Does a thing, or takes it back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the register's parts.</exception>
    public static void Set(Hardware hardware, BenchFault fault, bool on)
    {
        switch (fault)
        {
            case BenchFault.PaperEnd: hardware.Printer.PaperLoaded = !on; break;
            case BenchFault.PaperNearEnd: hardware.Printer.PaperNearEnd = on; break;
            case BenchFault.CoverOpen: hardware.Printer.CoverOpen = on; break;
            case BenchFault.PrinterUnplugged: hardware.PrinterWire.Connected = !on; break;
            case BenchFault.PrinterOff: SwitchPrinter(hardware, !on); break;
            case BenchFault.CutterJammed: hardware.Printer.CutterJammed = on; break;
            case BenchFault.HeadHot: hardware.Printer.HeadHot = on; break;
            case BenchFault.DisplayUnplugged: hardware.DisplayWire.Connected = !on; break;
            case BenchFault.CardOut: hardware.Card.Present = !on; break;
            case BenchFault.CardFull: hardware.Card.CapacityBytes = on ? FullCard : 2L << 30; break;
            case BenchFault.CardLocked: hardware.Card.WriteProtected = on; break;
            case BenchFault.DriveOut: hardware.Drive.Present = !on; break;
            case BenchFault.DriveFull: hardware.Drive.CapacityBytes = on ? 0 : 8L << 30; break;
            case BenchFault.DriveLocked: hardware.Drive.WriteProtected = on; break;
            default: SetNetwork(hardware.Online!.Network!, fault, on); break;
        }
    }

    private static void SetNetwork(NetworkHardware network, BenchFault fault, bool on)
    {
        switch (fault)
        {
            case BenchFault.CableOut: network.Lan.Cable = !on; break;
            case BenchFault.SimOut: network.Modem.Sim.Present = !on; break;
            case BenchFault.AntennaOff: network.Modem.Network.Coverage = !on; break;
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, null);
        }
    }

    // Also while the register is switched on, which switches its printer on: without its wire it prints nothing.
    private static void SwitchPrinter(Hardware hardware, bool on)
    {
        hardware.PrinterWire.Connected = on;
        hardware.Printer.Powered = on;
    }
}
