using Nf.Emulator.Anaf.Schemas;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Paper;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Reports;

namespace Nf.Tests.Machine.Messages;

/// <summary>A month for the offline way (declaration A4200): days and the register's message, whole or not at all.</summary>
[TestClass]
public sealed class MonthExportTests
{
    private const string Folder = "1234567890-2026-11";
    private const string RegisterFile = $"{Folder}/Perioada_raportare.p7b";

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A l)")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 6")]
    public void A_month_has_its_days_and_the_registers_message()
    {
        var online = TwoDays();
        Assert.AreEqual("1|2|", string.Join('|', online.Register.Do(128, "A\t11-26\t").Fields) + "|");
        var drive = online.Register.Drive();
        CollectionAssert.AreEqual(new[] { $"{Folder}/1234567890_Z0001.p7b", $"{Folder}/1234567890_Z0002.p7b", RegisterFile }, drive.Names.ToArray());
        CollectionAssert.AreEqual(online.File("Z0001.P7B"), drive.Bytes($"{Folder}/1234567890_Z0001.p7b"));
        var message = MessageMakerTests.Content(drive.Bytes(RegisterFile));
        var document = AnafSchemas.Read(new MemoryStream(message));
        Assert.IsEmpty(document.Problems);
        Assert.AreEqual(document.Root!.Attribute("idM")!.Value[10..], Stamp(online), "codD repeats it");
        online.Register.Machine.RunToRest();
        online.Register.LastDocument().HasInOrder("EXPORT DECLARAȚIA A4200", "LUNA: 11-2026", "DE LA RAP.Z: 0001", "LA RAP.Z: 0002",
            $"FOLDER: {Folder}", "BON NEFISCAL");
        online.Register.Refused(FiscalError.FolderNotEmpty, 128, "A\t11-26\t");
    }

    [TestMethod]
    public void What_cannot_be_exported_is_refused_and_nothing_is_written()
    {
        var online = TwoDays();
        online.Register.Refused(FiscalError.NoRecords, 128, "A\t10-26\t");
        online.Register.Refused(FiscalErrors.Syntax(1), 128, "B\t11-26\t");
        foreach (var month in new[] { "", "13-26", "1126", "11-2026", "1a-26" }) online.Register.Refused(FiscalErrors.Syntax(2), 128, $"A\t{month}\t");
        online.Register.Drive().Put($"{Folder}/other.txt", [1]);
        online.Register.Refused(FiscalError.FolderNotEmpty, 128, "A\t11-26\t");
        CollectionAssert.AreEqual(new[] { $"{Folder}/other.txt" }, online.Register.Drive().Names.ToArray());
        new OnlineRegister(certified: false).Register.Refused(FiscalError.CertificateMissing, 128, "A\t11-26\t");
        Rig.TestRegister.Fiscalised().Refused(FiscalError.NotFitted, 128, "A\t11-26\t");
    }

    [TestMethod]
    public void An_export_settles_the_card_of_a_register_that_need_not_send()
    {
        var online = TwoDays();
        Assert.AreEqual(FiscalError.MessagesPending, online.Register.Register.ChangeJournalMedium());
        online.Register.Do(128, "A\t11-26\t");
        online.Register.Machine.RunToRest();
        Assert.AreEqual(FiscalError.JournalNotEmpty, online.Register.Register.ChangeJournalMedium());
        online.Reporting.Outbox.MustSend = true;
        Assert.AreEqual(FiscalError.MessagesPending, online.Register.Register.ChangeJournalMedium());
    }

    private static OnlineRegister TwoDays()
    {
        var online = new OnlineRegister();
        online.Register.At(9, 15).Receipt("12.10");
        online.Register.At(21, 0).CloseDay();
        online.Register.Receipt("3.00");
        online.Register.At(22, 0).CloseDay();
        return online;
    }

    private static string Stamp(OnlineRegister online)
    {
        var moment = online.Reporting.Outbox.RegisterMessageMoment;
        return Nf.Firmware.Time.CivilTime.ToDateTime(moment).ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture);
    }
}
