using Nf.Emulator.Anaf.Authority;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>The technician moves a register from profile 0 to 1 (OPANAF 146/2018, annex 2, II.13).</summary>
[TestClass]
public sealed class ProvisioningTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A k)")]
    [Article("HG 479/2003, norme art. 22 J a)")]
    [Article("OPANAF 146/2018 anexa nr. 1")]
    public void Each_file_leaves_its_record_and_its_document()
    {
        using var online = Provisioned();
        var log = online.Register.Register.Log;
        Assert.AreEqual(1, log.Count(RecordKind.AnafCertificate));
        Assert.AreEqual(1, log.Count(RecordKind.OwnCertificate));
        Assert.AreEqual(1, log.Count(RecordKind.Configuration));
        var paper = online.Register.Paper.ToList();
        foreach (var title in new[] { "CERTIFICAT ANAF", "CERTIFICAT APARAT", "CONFIGURARE ANAF" })
            Assert.AreEqual(1, paper.Count(line => line.Trim() == title), title);
        Assert.IsTrue(paper.Any(line => line.Contains("ADRESA 1: https://anaf.test/bon")));
        var configuration = online.Register.Register.Configuration;
        Assert.AreEqual(1, configuration.Profile);
        Assert.AreEqual(5, configuration.BlockingDays);
        Assert.AreEqual("https://anaf.test/certificat", configuration.Url(5));
    }

    [TestMethod]
    public void The_same_file_again_is_done_already()
    {
        using var online = Provisioned();
        var records = online.Register.Register.Log.Records;
        online.InService();
        online.ImportAll();
        Assert.AreEqual(records, online.Register.Register.Log.Records);
    }

    [TestMethod]
    public void The_order_of_the_files_is_held_to()
    {
        using var online = New();
        online.Refused(FiscalError.AnafCertificateFirst, ConfigurationFile);
        online.Refused(FiscalError.AnafCertificateFirst, OwnFile);
        online.Import(AnafFile);
        online.Refused(FiscalError.OwnCertificateFirst, ConfigurationFile);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A i)")]
    public void Only_the_technician_with_a_closed_day()
    {
        using var online = New();
        online.OutOfService();
        online.Refused(FiscalError.ServiceSwitchNeeded, AnafFile);
        online.Register.SellSomething();
        online.InService();
        online.Refused(FiscalError.ZReportNeeded, AnafFile);
    }

    [TestMethod]
    public void A_refusal_names_the_file()
    {
        using var online = New();
        online.Drive.Empty();
        var reply = online.Register.Host.SendData(253, "4\t");
        Assert.AreEqual((int)FiscalError.ImportFileMissing, reply.ErrorCode);
        Assert.AreEqual("ANAF.PEM", reply.Fields[0]);
        online.Register.Machine.Idle(TimeSpan.FromMilliseconds(100));
        StringAssert.StartsWith(online.Register.Hardware.Display.Upper, "ANAF.PEM:");
    }

    [TestMethod]
    public void What_is_wrong_with_a_file_is_said()
    {
        using var online = New();
        var good = online.Drive.Bytes("ANAF.PEM");
        online.Drive.Put("ANAF.PEM", "no certificate"u8.ToArray());
        online.Refused(FiscalError.CertificateMissing, AnafFile);
        online.Drive.Put("ANAF.PEM", new byte[20_000]);
        online.Refused(FiscalError.ImportFileTooLong, AnafFile);
        online.Drive.Put("ANAF.PEM", good);
        online.Import(AnafFile);
        var certificate = System.Text.Encoding.ASCII.GetBytes(online.Certificate.ExportCertificatePem() + "\n");
        online.Drive.Put($"{Series}.PEM", certificate);
        online.Refused(FiscalError.KeyMissing, OwnFile);
        using var foreign = online.Desk.Authority.Register("2234567890", online.Now);
        online.Drive.Put($"{Series}.PEM", TechnicianFiles.Certificate(foreign));
        online.Refused(FiscalError.CertificateForeign, OwnFile);
        using var another = online.Desk.Authority.Register(Series, online.Now);
        online.Drive.Put($"{Series}.PEM", [.. certificate, .. TechnicianFiles.Certificate(another).AsSpan(another.ExportCertificatePem().Length)]);
        online.Refused(FiscalError.KeyWrong, OwnFile);
        Assert.AreEqual(1, online.Register.Register.Log.Records - 4, "records of what was refused");
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.10")]
    public void A_configuration_must_be_ANAFs_and_this_registers_and_whole()
    {
        using var online = New();
        online.Import(AnafFile);
        online.Import(OwnFile);
        online.Drive.Put($"{Series}.P7B", Nf.Emulator.Anaf.Authority.AnafSignature.Sign(Profile.ToXml(), online.Certificate, online.Now));
        online.Refused(FiscalError.SignerUnknown, ConfigurationFile);
        online.Put(Profile with { IdM = "2234567890" + Profile.IdM[10..] });
        online.Refused(FiscalError.ConfigurationForeign, ConfigurationFile);
        online.Put(Profile);
        online.Refused(FiscalError.ConfigurationIncomplete, ConfigurationFile);
        online.Put(Profile with { CertANAF = online.AnafCertificates(), NrZ = 0 });
        online.Refused(FiscalError.ConfigurationValue, ConfigurationFile);
        online.PutFiles();
        online.Import(ConfigurationFile);
        online.Put(Profile with { IdM = AnafProfile.IdOf(Series, new DateTime(2026, 11, 15)) });
        online.Refused(FiscalError.ConfigurationOld, ConfigurationFile);
    }

    [TestMethod]
    public void A_later_date_is_waited_for()
    {
        using var online = New();
        online.Put(Profile with { Data = "18.11.2026", CertANAF = online.AnafCertificates() });
        online.ImportAll();
        online.OutOfService();
        online.Day();
        Assert.AreEqual(0, online.Host.Requests, "profile 0 sends nothing");
        online.At(new DateTime(2026, 11, 18, 8, 0, 0));
        Assert.AreEqual(1, online.Register.Register.Configuration.Profile);
        Assert.IsFalse(online.Outbox.HasUnsent, "days before are declared offline");
        online.Day();
        Assert.AreEqual(1, online.Host.Requests);
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 1")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.11")]
    public void MReset_goes_back_to_profile_0_until_its_day_is_over()
    {
        using var online = Provisioned();
        online.InService();
        online.Put(new AnafReset(new DateTime(2026, 11, 16, 7, 0, 0), new DateOnly(2026, 11, 20)));
        online.Import(ConfigurationFile);
        online.OutOfService();
        online.Day();
        Assert.AreEqual(0, online.Host.Requests);
        online.At(new DateTime(2026, 11, 20, 23, 59, 0));
        Assert.AreEqual(0, online.Register.Register.Configuration.Profile);
        online.At(new DateTime(2026, 11, 21, 0, 0, 0));
        Assert.AreEqual(1, online.Register.Register.Configuration.Profile);
    }

    [TestMethod]
    public void A_lost_memory_does_not_get_a_register_out_of_profile_1()
    {
        using var online = Provisioned();
        online.Day();
        online.LoseModule();
        online.Restart();
        Assert.AreEqual(1, online.Register.Register.Configuration.Profile);
        Assert.AreEqual("https://anaf.test/bon", online.Register.Register.Configuration.Url(1));
        online.InService();
        online.ImportAll();
        Assert.AreEqual(1, online.Register.Register.Log.Count(RecordKind.OwnCertificate), "the same certificate is no new one");
        online.OutOfService();
        online.Settle();
        Assert.IsFalse(online.Outbox.HasUnsent, "sent once more, and taken as had already");
    }
}
