using Nf.Firmware.FiscalMemory;

namespace Nf.Tests.Machine.Online;

/// <summary>The technician moves a register from profile 0 to 1 (OPANAF 146/2018, annex 2, II.13).</summary>
[TestClass]
public sealed class ProvisioningTests
{
    private const int Anaf = 4;
    private const int Own = 5;
    private const int Configuration = 6;

    [TestMethod]
    public void Each_file_leaves_its_record_and_its_document()
    {
        var online = OnlineRegister.Provisioned();
        var log = online.Register.Register.Log;
        Assert.AreEqual(1, log.Count(RecordKind.AnafCertificate));
        Assert.AreEqual(1, log.Count(RecordKind.OwnCertificate));
        Assert.AreEqual(1, log.Count(RecordKind.Configuration));
        var paper = online.Register.Paper.ToList();
        foreach (var title in new[] { "CERTIFICAT ANAF", "CERTIFICAT APARAT", "CONFIGURARE ANAF" })
            Assert.AreEqual(1, paper.Count(line => line.Trim() == title), title);
        Assert.IsTrue(paper.Any(line => line.Contains("ADRESA 1: https://anaf.test/bon")));
    }
}
