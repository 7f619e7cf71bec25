using System.Net;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Schemas;
using Nf.Emulator.Machine;
using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.WholePath;

/// <summary>Nothing but the firmware's own code and real TLS: keys of the software module, the modem, and ANAF's stand-in on a socket.</summary>
[TestClass]
public sealed class ModemDayTests
{
    /// <summary>Virtual time that everything takes at most, microseconds; a new key takes some minutes of it.</summary>
    private const long Patience = 3_600_000_000;

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A h)")]
    [Article("HG 479/2003, norme art. 22 A j)")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 1")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    public async Task A_visit_a_day_a_renewal_and_a_day_with_the_new_certificate()
    {
        using var folder = new TempFolder();
        using var internet = new SocketInternet { AsksDns = false };
        var register = Register(internet);
        using var desk = AnafDesk.Open(folder.Root, register.Now, keys: TestKeys.Stored(6));
        await using var server = await ShopSite.StartAnafAsync(desk, register);
        internet.Names[server.Host] = new IPEndPoint(IPAddress.Loopback, server.Port);
        using (var site = new ShopSite(register)) await site.VisitAsync(server, "cellular");
        Assert.IsInstanceOfType<SoftwareCryptoModule>(register.Register.Reporting.Signer.Module);

        desk.Prepared.Add(new PreparedAnswer { MP = new AnafProfile("") { CertA = 1 } });
        Day(register, () => register.Register.Log.Count(RecordKind.OwnCertificate) == 2 && !register.Register.Configuration.RenewalDue);
        Day(register, () => !register.Register.Reporting.Outbox.HasUnsent);
        Assert.AreEqual(FiscalError.None, register.Register.OnlineError);
        OthersSayTheSame(register, desk);
    }

    // The visit's own Z is the first message; the second asks for the renewal, the third has the new certificate.
    private static void OthersSayTheSame(TestRegister register, AnafDesk desk)
    {
        using var opinion = new SecondOpinion(desk.Authority);
        var certificates = desk.Registers.Certificates(DemoShop.Series);
        Assert.HasCount(2, certificates);
        Assert.IsFalse(certificates[0].HasKey, "only the register has the new key");
        var messages = desk.Messages.List(DemoShop.Series).Reverse().ToList();
        CollectionAssert.AreEqual(new int?[] { null, 1, 2, null, 3 }, messages.Select(row => row.Z).ToArray(), "test, Z, Z, renewal, Z");
        Assert.IsTrue(messages.All(row => row.Code == 0));
        opinion.Request(desk.Messages.Body(messages[3].Id)!);
        foreach (var row in messages.Where(row => row.Z is not null))
            opinion.Signed(desk.Messages.Body(row.Id)!, [certificates[row.Z == 3 ? 0 : 1].Thumbprint], register.Now, AnafDocumentKind.OrdinaryDay);
    }

    private static void Day(TestRegister register, Func<bool> isOver)
    {
        register.SellSomething();
        register.Do(69, "Z\t");
        Assert.IsTrue(register.Machine.RunUntil(isOver, Patience), $"{register.Register.OnlineError}");
    }

    private static TestRegister Register(SocketInternet internet)
    {
        var register = new TestRegister(online: (power, time, civil) => new OnlineHardware(power, new RamStore(Mb85rsModel.Size))
        {
            Network = new NetworkHardware(time, civil, internet) { Kinds = [LinkKind.Cellular] },
        });
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(DemoShop.Order()));
        return register;
    }
}
