using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Firmware.Online;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Emulator.Machine;

/// <summary>The online module's hardware: its memory, what its keys are kept with, and the ways out to the network.</summary>
public sealed class OnlineHardware
{
    /// <param name="power">The mains that every durable write passes.</param>
    /// <param name="memory">Cells of the module's memory, <see cref="Mb85rsModel.Size"/> of them.</param>
    public OnlineHardware(PowerSupply power, IByteStore memory) => Memory = new Mb85rsModel(memory, power, StoreWrite.ModuleMemory);

    /// <summary>Keys, certificates, configuration, outbox: an FRAM chip of its own.</summary>
    public Mb85rsModel Memory { get; }

    /// <summary>The ways out; null on a register that reports by files alone.</summary>
    public NetworkHardware? Network { get; init; }

    /// <summary>The chip's generator of random bits.</summary>
    public RandomGeneratorModel RandomSource { get; init; } = new();

    /// <summary>The secret in the chip's fuses.</summary>
    public IDeviceSecret DeviceSecret { get; init; } = DeviceSecretModel.New();

    /// <summary>Signs instead of the software module, much faster; null on a board without a secure element.</summary>
    public SecureElementModel? SecureElement { get; init; }

    /// <summary>The crypto module as it starts: over the secure element, or in software.</summary>
    /// <param name="memory">The driver of <see cref="Memory"/>.</param>
    public ICryptoModule StartCrypto(IWorkingMemory memory)
    {
        SecureElement?.PowerUp();
        return SecureElement ?? (ICryptoModule)new SoftwareCryptoModule(memory, ModuleLayout.Keys, RandomSource, DeviceSecret);
    }
}
