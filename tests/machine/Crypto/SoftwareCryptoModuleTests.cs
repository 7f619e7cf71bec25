using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Crypto;

/// <summary>The software module keeps the contract, tells nothing by its memory, and loses no key to a power cut.</summary>
[TestClass]
public class SoftwareCryptoModuleTests : CryptoModuleContract
{
    private const int Address = ModuleBench.Address;

    private static readonly byte[] Digest = new byte[32];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Nothing_of_a_private_key_lies_open_in_the_memory_and_no_two_writes_are_alike()
    {
        ModuleBench bench = new();
        RsaPrivateKey key = ModuleSteps.KeyOf(TestKeys.Of(2048));
        ModuleSteps.Import(bench.Module, 0, TestKeys.Of(2048));
        byte[] first = bench.Image();
        foreach (byte[] part in new[] { key.PrimeP, key.PrimeQ, key.ExponentP, key.ExponentQ, key.Coefficient })
            Assert.AreEqual(-1, first.AsSpan().IndexOf(part.AsSpan(0, 8)));
        ModuleSteps.Import(bench.Module, 0, TestKeys.Of(2048));
        byte[] second = bench.Image();
        Assert.AreEqual(-1, second.AsSpan().IndexOf(first.AsSpan(Address + 56 + 256, 16)), "the same key was encrypted to the same bytes");
        bench.Module.Erase(0);
        Assert.IsFalse(bench.Image().AsSpan().ContainsAnyExcept((byte)0));
    }

    [TestMethod]
    public void A_key_outlives_the_power_and_belongs_to_its_chip()
    {
        ModuleBench bench = new();
        ModuleSteps.Import(bench.Module, 1, TestKeys.Of(2048));
        bench.PowerOn();
        ModuleSteps.Verify(TestKeys.Of(2048), Digest, ModuleSteps.Sign(bench.Module, 1, Digest));

        ICryptoModule elsewhere = bench.ModuleOfAnotherChip();
        Assert.AreEqual(DeviceResult.Ok, elsewhere.BeginSign(1, Digest));
        ModuleSteps.Finish(elsewhere);
        Assert.AreEqual(DeviceResult.Failed, elsewhere.Outcome);
        Assert.AreEqual(DeviceResult.Failed, ModuleSteps.Give(elsewhere, 1, [1], 1, new TlsStoreStub()));
    }

    [TestMethod]
    public void A_changed_bit_anywhere_in_a_key_is_noticed()
    {
        ModuleBench bench = new();
        ModuleSteps.Import(bench.Module, 0, TestKeys.Of(2048));
        for (int at = 8; at < 56 + 1408; at += 11)
        {
            bench.Flip(Address + at);
            Assert.AreEqual(DeviceResult.Failed, ModuleSteps.Give(bench.Module, 0, [1], 1, new TlsStoreStub()), $"byte {at}");
            bench.Flip(Address + at);
        }

        ModuleSteps.Verify(TestKeys.Of(2048), Digest, ModuleSteps.Sign(bench.Module, 0, Digest));
    }

    [TestMethod]
    public void A_key_moved_to_the_other_place_is_no_key()
    {
        ModuleBench bench = new();
        ModuleSteps.Import(bench.Module, 0, TestKeys.Of(2048));
        bench.Copy(Address, Address + 2 * KeyContainer.SlotSize, KeyContainer.SlotSize);
        Assert.AreEqual(DeviceResult.Failed, ModuleSteps.Give(bench.Module, 1, [1], 1, new TlsStoreStub()));
        Assert.AreEqual(DeviceResult.Ok, ModuleSteps.Give(bench.Module, 0, [1], 1, new TlsStoreStub()));
    }

    /// <summary>The last part of an import is all that writes: it is lived again from a copy of the memory for every cut.</summary>
    [TestMethod]
    public void A_cut_at_any_byte_of_a_key_s_writing_leaves_the_old_key_or_the_new_one()
    {
        ModuleBench bench = new();
        ModuleSteps.Import(bench.Module, 0, TestKeys.Of(2048));
        byte[] before = bench.Image();
        List<int> writes = [];
        bench.Power.Watch = (_, count) => writes.Add(count);
        long first = bench.Power.Writes;
        ModuleSteps.Import(bench.Module, 0, TestKeys.Another(2048));
        bench.Power.Watch = null;
        Assert.IsGreaterThan(20, writes.Count);

        int old = 0, fresh = 0;
        foreach ((int number, int bytes) in Cuts(writes))
        {
            ModuleBench again = new(before);
            again.Power.CutAt(again.Power.Writes + number, bytes);
            Assert.ThrowsExactly<PowerCutException>(() => ModuleSteps.Import(again.Module, 0, TestKeys.Another(2048)));
            again.PowerOn();
            if (ModuleSteps.ModulusIs(again.Module, 0, TestKeys.Of(2048))) old++;
            else if (ModuleSteps.ModulusIs(again.Module, 0, TestKeys.Another(2048))) fresh++;
            Assert.AreEqual(DeviceResult.Ok, ModuleSteps.Give(again.Module, 0, [1], 1, new TlsStoreStub()), $"write {number}, {bytes} bytes");
            Assert.AreEqual(1, again.SlotsInUse(), $"write {number}, {bytes} bytes: what is no key was not wiped");
        }

        Assert.IsGreaterThan(10, old);
        Assert.IsGreaterThan(10, fresh);
        Assert.AreEqual(first + writes.Count, bench.Power.Writes);
    }

    [TestMethod]
    public void Work_that_a_power_cut_interrupts_never_was()
    {
        ModuleBench bench = new();
        bench.Module.BeginGenerate(0);
        for (int i = 0; i < 1000; i++) bench.Module.Poll();
        bench.PowerOn();
        Assert.IsFalse(bench.Module.IsBusy || bench.Module.HasKey(0));
        Assert.IsFalse(bench.Image().AsSpan().ContainsAnyExcept((byte)0));
    }

    [TestMethod]
    public void Without_random_bits_or_secret_or_memory_nothing_is_done()
    {
        ModuleBench bench = new();
        ModuleSteps.Import(bench.Module, 0, TestKeys.Of(2048));
        bench.Random.Healthy = false;
        Assert.AreEqual(DeviceResult.Failed, bench.Module.BeginSign(0, Digest));
        Assert.AreEqual(DeviceResult.Failed, bench.Module.Random(new byte[1], 0, 1));
        Assert.AreEqual(DeviceResult.Ok, bench.Module.BeginGenerate(0));
        ModuleSteps.Finish(bench.Module);
        Assert.AreEqual(DeviceResult.Failed, bench.Module.Outcome);
        bench.Random.Healthy = true;
        bench.Chip.Connected = false;
        Assert.IsFalse(bench.Module.HasKey(0) || bench.Module.Present);
        Assert.AreEqual(DeviceResult.NotConnected, bench.Module.BeginGenerate(0));
        Assert.AreEqual(DeviceResult.NotConnected, bench.Module.Erase(0));
        bench.Chip.Connected = true;
        ModuleSteps.Verify(TestKeys.Of(2048), Digest, ModuleSteps.Sign(bench.Module, 0, Digest));

        SoftwareCryptoModule blank = new(new Mb85rsFram(bench.Chip), Address, bench.Random, new DeviceSecretModel(null));
        Assert.IsFalse(blank.Present);
        Assert.AreEqual(DeviceResult.NotConnected, blank.BeginGenerate(0));
    }

    [TestMethod]
    public void A_signature_takes_130_million_instructions_at_most_and_no_step_takes_long()
    {
        RsaCost cost = RsaCost.Signature();
        TestContext.WriteLine($"{cost}");
        Assert.IsInRange(20_000_000, 130_000_000, cost.All);
        Assert.IsInRange(10_000, RsaPublicKeyTests.InstructionsAStep, cost.Longest);
    }

    [TestMethod]
    public void No_step_of_making_and_taking_a_key_takes_long()
    {
        RsaCost made = RsaCost.NewKey();
        TestContext.WriteLine($"{made}");
        Assert.IsInRange(10_000, RsaPublicKeyTests.InstructionsAStep, made.Longest);
        Assert.IsInRange(10_000, RsaPublicKeyTests.InstructionsAStep, RsaCost.Import().Longest);
        Assert.IsInRange(10_000, RsaPublicKeyTests.InstructionsAStep, RsaCost.Delivery().Longest);
    }

    protected override ICryptoModule NewModule() => new ModuleBench().Module;

    /// <summary>Every byte of the mark and of the wipe before it; the long writes at some places.</summary>
    private static IEnumerable<(int Number, int Bytes)> Cuts(List<int> writes)
    {
        for (int number = 0; number < writes.Count; number++)
            for (int bytes = 0; bytes <= writes[number]; bytes += writes[number] > 8 ? Math.Max(1, writes[number] / 3) : 1)
                yield return (number, bytes);
    }
}
