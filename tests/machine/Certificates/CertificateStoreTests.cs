using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Certificates;

/// <summary>Four objects that are there whole or not at all.</summary>
[TestClass]
public sealed class CertificateStoreTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A j)")]
    public void Objects_are_kept_apart()
    {
        var chip = new Mb85rsModel(new RamStore(Mb85rsModel.Size), new PowerSupply());
        var store = Open(chip);
        for (var place = 0; place < CertificateStore.Places; place++)
        {
            Assert.AreEqual(0, store.Length(place));
            Assert.AreEqual(FiscalError.CertificateMissing, store.Read(place, new byte[10], out _));
            Assert.AreEqual(FiscalError.None, store.Erase(place));
        }

        for (var turn = 0; turn < 3; turn++)
        {
            for (var place = 0; place < CertificateStore.Places; place++)
                Assert.AreEqual(FiscalError.None, store.Replace(place, Object(place, turn), Object(place, turn).Length));
            store = Open(chip);
            for (var place = 0; place < CertificateStore.Places; place++)
                CollectionAssert.AreEqual(Object(place, turn), Read(store, place));
        }

        Assert.AreEqual(FiscalError.None, store.Erase(2));
        Assert.AreEqual(0, Open(chip).Length(2));
        CollectionAssert.AreEqual(Object(3, 2), Read(Open(chip), 3));
    }

    [TestMethod]
    public void What_is_too_long_is_refused_and_leaves_the_old_one()
    {
        var store = Open(new Mb85rsModel(new RamStore(Mb85rsModel.Size), new PowerSupply()));
        Assert.AreEqual(FiscalError.None, store.Replace(0, new byte[CertificateStore.MaxLength], CertificateStore.MaxLength));
        Assert.AreEqual(FiscalError.CertificateTooLarge, store.Replace(0, new byte[9000], CertificateStore.MaxLength + 1));
        Assert.AreEqual(FiscalError.CertificateTooLarge, store.Replace(0, [], 0));
        Assert.AreEqual(CertificateStore.MaxLength, store.Length(0));
        Assert.AreEqual(FiscalError.CertificateTooLarge, store.Read(0, new byte[100], out _));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A j)")]
    public void Power_cut_anywhere_leaves_the_old_object_or_the_new_one()
    {
        var random = new Random(20261124);
        var power = new PowerSupply();
        var chip = new Mb85rsModel(new RamStore(Mb85rsModel.Size), power);
        var objects = new byte[]?[CertificateStore.Places];
        var torn = 0;
        for (var round = 0; round < 1000; round++)
        {
            var place = random.Next(CertificateStore.Places);
            byte[]? next = random.Next(8) == 0 ? null : Object(random.Next(), round);
            power.CutAt(power.Writes + random.Next(4), random.Next(1600));
            try
            {
                var store = Open(chip);
                if (next is null) store.Erase(place);
                else store.Replace(place, next, next.Length);
                objects[place] = next;
            }
            catch (PowerCutException)
            {
                torn++;
            }

            power.CutAt(-1, 0);
            for (var other = 0; other < objects.Length; other++)
            {
                var read = Read(Open(chip), other);
                if (other == place && Same(read, next)) objects[place] = next;
                Assert.IsTrue(Same(read, objects[other]), $"round {round}, place {other}");
            }
        }

        Assert.IsInRange(200, 800, torn);
    }

    [TestMethod]
    public void A_damaged_object_is_none()
    {
        var memory = new RamStore(Mb85rsModel.Size);
        var chip = new Mb85rsModel(memory, new PowerSupply());
        Assert.AreEqual(FiscalError.None, Open(chip).Replace(1, Object(1, 1), Object(1, 1).Length));
        var fram = new Mb85rsFram(chip);
        var at = 0x10000 + 0x4000 + 16 + 5;
        var one = new byte[1];
        fram.Read(at, one, 0, 1);
        one[0] ^= 1;
        fram.Write(at, one, 0, 1);
        Assert.AreEqual(FiscalError.CertificateMissing, Open(chip).Read(1, new byte[9000], out _));
    }

    private static CertificateStore Open(Mb85rsModel chip) => new(new Mb85rsFram(chip));

    private static bool Same(byte[]? first, byte[]? second) => (first ?? []).AsSpan().SequenceEqual(second ?? []);

    private static byte[]? Read(CertificateStore store, int place)
    {
        var buffer = new byte[CertificateStore.MaxLength];
        return store.Read(place, buffer, out var count) == FiscalError.None ? buffer[..count] : null;
    }

    private static byte[] Object(int place, int turn)
    {
        var data = new byte[1 + (Math.Abs((place * 977) + turn) % 1500)];
        new Random(place + turn).NextBytes(data);
        return data;
    }
}
