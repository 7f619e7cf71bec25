using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;

namespace Nf.Emulator.Dut;

/// <summary>The chips of a stand-in as they come from the factory. Its printer and display are outside, at its serial lines.</summary>
internal static class DutChips
{
    /// <summary>Puts blank ones together.</summary>
    public static Hardware Blank(DutOrder order, VirtualTime time)
    {
        var power = new PowerSupply();
        var start = order.Clock ?? ClockBase.Romania(TimeProvider.System).Civil;
        return new Hardware(power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size), new MemoryCard(power), new PaperRoll(),
            time, new VirtualCivilTime(time, start), order.Columns)
        {
            Online = order.Modem ? new OnlineHardware(power, new RamStore(Mb85rsModel.Size)) : null,
        };
    }
}
