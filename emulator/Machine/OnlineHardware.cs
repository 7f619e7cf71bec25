using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;

namespace Nf.Emulator.Machine;

/// <summary>The online module's hardware: its memory, its crypto module, and the ways out to the network.</summary>
public sealed class OnlineHardware
{
    /// <param name="power">The mains that every durable write passes.</param>
    /// <param name="memory">Cells of the module's memory, <see cref="Mb85rsModel.Size"/> of them.</param>
    public OnlineHardware(PowerSupply power, IByteStore memory) => Memory = new Mb85rsModel(memory, power, StoreWrite.ModuleMemory);

    /// <summary>Keys, certificates, configuration, outbox: an FRAM chip of its own.</summary>
    public Mb85rsModel Memory { get; }

    /// <summary>The crypto module; it keeps its keys without power.</summary>
    public ICryptoModule? Crypto { get; init; }

    /// <summary>The ways out; null on a register that reports by files alone.</summary>
    public NetworkHardware? Network { get; init; }
}
