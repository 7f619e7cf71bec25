using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Offline;
using Nf.Emulator.Anaf.Schemas;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Online;

namespace Nf.Tests.Machine.WholePath;

/// <summary>A register from its last offline days over the technician's visit and a month of trade with every misfortune to the declaration.</summary>
[TestClass]
public sealed class MonthOfTradeTests
{
    private const int Seed = 20261201;
    private const int BlockingDays = 4;

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 J b)")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 2")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 8")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 9")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    public async Task Visit_outages_blocking_unblocking_renewal_export()
    {
        using var month = new Month(Seed, new DateTime(2026, 11, 28));
        month.TradeTo(30);
        await month.VisitAsync();
        November(month);
        AnafShortensTheTerm(month);
        month.TradeTo(6, disturbed: true);
        BlockedUntilSent(month);
        month.TradeTo(15, disturbed: true);
        BlockedUntilFiled(month);
        month.TradeTo(24, disturbed: true);
        Renewal(month);
        month.TradeTo(31, disturbed: true);
        month.NetworkBack();
        EverythingWentWrongOnce(month);
        new Inventory(month).Take();
        December(month);
        new Inventory(month).Take();
    }

    // Another seed that brings less would show less.
    private static void EverythingWentWrongOnce(Month month)
    {
        var messages = month.Online.Desk.Messages.List(OnlineRegister.Series, count: 1000);
        Assert.IsGreaterThan(3, month.Online.Register.Power.Cuts, "power cuts in the middle of a write");
        Assert.IsGreaterThan(1, messages.Count(row => row.Code == 1), "days that ANAF had already");
        Assert.IsTrue(messages.Any(row => row.Z > 0 && row.Code > 1), "a day that was refused");
        Assert.IsTrue(messages.Any(row => row.Z > 0 && row.Code is null), "a day that got an HTTP error");
    }

    // The days before the visit are declared offline, signed now that there is a certificate.
    private static void November(Month month)
    {
        var folder = month.Online.Export("11-26");
        Assert.HasCount(4, folder, "three days and the register's message");
        OthersSayTheSame(month, folder);
        month.Online.FileExported();
    }

    private static void AnafShortensTheTerm(Month month)
    {
        Assert.AreEqual(30, month.Online.Register.Register.Configuration.BlockingDays);
        month.Online.Answer(new AnafProfile("") { NrZ = BlockingDays });
        month.TradeTo(2);
        Assert.AreEqual(BlockingDays, month.Online.Register.Register.Configuration.BlockingDays);
    }

    private static void BlockedUntilSent(Month month)
    {
        month.NetworkBack();
        // The term begins with the first Z that is not sent, and ends in the evening of its last day, after that day's Z.
        Assert.AreEqual(BlockingDays + 1, month.TradeUntilBlocked());
        RefusesAndSaysWhatToDo(month);
        month.NetworkBack();
        Assert.AreEqual(FiscalError.None, month.Online.Register.Register.BlockedBy);
        Assert.IsFalse(month.Online.Outbox.HasUnsent);
    }

    private static void BlockedUntilFiled(Month month)
    {
        month.NetworkBack();
        month.TradeUntilBlocked();
        RefusesAndSaysWhatToDo(month);
        var folder = month.Online.Export("12-26");
        OthersSayTheSame(month, folder);
        var unblocking = month.Online.FileExported();
        Assert.AreEqual("mP", month.Opinion.OfAnaf(unblocking, month.Online.Now).Name.LocalName);
        month.Online.Drive.Put($"{OnlineRegister.Series}.P7B", unblocking);
        month.Online.InService();
        month.Online.Import(OnlineRegister.ConfigurationFile);
        month.Online.OutOfService();
        Assert.AreEqual(FiscalError.None, month.Online.Register.Register.BlockedBy);
        Assert.AreEqual(1, month.Online.Register.Register.Log.Count(RecordKind.Unblocking));
    }

    private static void RefusesAndSaysWhatToDo(Month month)
    {
        var register = month.Online.Register;
        register.Refused(FiscalError.BlockedUnsent, 48, "1\t0001\t1\t\t\t");
        var said = register.Do(100, $"{(int)FiscalError.BlockedUnsent}\t").Fields;
        StringAssert.Contains(said[1], "Refaceți legătura la rețea sau depuneți datele și importați deblocarea");
        register.Do(69, "X\t");
        register.Machine.RunToRest();
    }

    private static void Renewal(Month month)
    {
        month.NetworkBack();
        month.Online.Answer(new AnafProfile("") { CertA = 1 });
        month.TradeTo(25);
        Assert.IsNotNull(month.Renewed, "no request for a certificate came");
        Assert.AreEqual(2, month.Online.Register.Register.Log.Count(RecordKind.OwnCertificate));
        month.TradeTo(26);
        Assert.AreEqual(month.Renewed, month.Shown[^1], "the new certificate connects, and signs");
    }

    private static void December(Month month)
    {
        var folder = month.Online.Export("12-26");
        Assert.HasCount(month.Trade.Days.Count - 3 + 1, folder, "the days from the visit on, and the register's message");
        OthersSayTheSame(month, folder);
        // All of it came online or was filed before: nothing counts twice.
        month.Online.FileExported();
    }

    private static void OthersSayTheSame(Month month, Dictionary<string, byte[]> files)
    {
        foreach (var (name, bytes) in files)
            month.Opinion.Signed(bytes, month.Shown, month.Online.Now, name == A4200Check.RegisterFile ? AnafDocumentKind.RegisterMessage : AnafDocumentKind.OrdinaryDay);
    }
}
