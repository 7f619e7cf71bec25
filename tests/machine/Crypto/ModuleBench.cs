using System.Security.Cryptography;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Crypto;

/// <summary>A software module over its memory chip.</summary>
internal sealed class ModuleBench
{
    /// <summary>Where the keys begin.</summary>
    public const int Address = 0x100;

    private readonly RamStore _cells = new(Mb85rsModel.Size);
    private readonly DeviceSecretModel _secret = new(Secret);

    public ModuleBench(byte[]? image = null, int randomSeed = 20261124)
    {
        Random = new RandomGeneratorModel(randomSeed);
        Chip = new Mb85rsModel(_cells, Power, StoreWrite.ModuleMemory);
        if (image is not null) _cells.Write(0, image);
        Module = Start(_secret);
    }

    /// <summary>The chip's own.</summary>
    public static byte[] Secret => SHA256.HashData([1]);

    public PowerSupply Power { get; } = new();

    public Mb85rsModel Chip { get; }

    public RandomGeneratorModel Random { get; }

    public SoftwareCryptoModule Module { get; private set; }

    public void PowerOn() => Module = Start(_secret);

    public SoftwareCryptoModule ModuleOfAnotherChip() => Start(new DeviceSecretModel(SHA256.HashData([2])));

    public byte[] Image()
    {
        byte[] image = new byte[0x2000];
        _cells.Read(0, image);
        return image;
    }

    public int SlotsInUse() => Image().AsSpan(Address, 4 * KeyContainer.SlotSize).ToArray().Chunk(KeyContainer.SlotSize).Count(slot => slot.Any(cell => cell != 0));

    public void Flip(int address) => _cells.Write(address, [(byte)(Image()[address] ^ 4)]);

    public void Copy(int from, int to, int count) => _cells.Write(to, Image().AsSpan(from, count));

    private SoftwareCryptoModule Start(DeviceSecretModel secret) => new(new Mb85rsFram(Chip), Address, Random, secret);
}
