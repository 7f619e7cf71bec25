using System.Text;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Reports;

/// <summary>What the journal holds, on paper and for the host: 69 J, 94 and 95 J, 124, 125 (norms, art. 33 C b), d), 63 (5)).</summary>
[TestClass]
public sealed class JournalReportTests
{
    [TestMethod, Article("HG 479/2003, norme art. 33 C b), jurnal")]
    public void The_journal_since_the_last_Z_is_a_report_of_its_own()
    {
        var report = ReportRegister.WithDays().Report(69, "J\t");
        report.HasInOrder("DE LA RAP.Z: 0004/ZI DESCHISĂ", "LA RAP.Z: 0004/ZI DESCHISĂ", "JURNAL DE LA ULTIMUL RAPORT Z", "[Z 0004]", "Z 0004: ZI DESCHISĂ, JURNAL VERIFICAT", "TOTAL LEI 1.00", "BON NEFISCAL");
        report.HasNot("Z 0003");
        LooksLikeNoReceipt(report);
    }

    [TestMethod]
    public void A_day_without_documents_has_no_such_report()
    {
        var register = ReportRegister.WithDays();
        register.CloseDay();
        register.Refused(FiscalError.NoRecords, 69, "J\t");
    }

    [TestMethod, Article("HG 479/2003, norme art. 33 C d)"), Article("HG 479/2003, norme art. 63 (5)")]
    public void A_printed_journal_looks_like_no_receipt()
    {
        var report = ReportRegister.WithDays().Report(95, "J\t1\t2\t");
        report.HasInOrder("RAPORT JURNAL ELECTRONIC", "Z 0001: JURNAL VERIFICAT", "TOTAL LEI 121.00", "BON NEFISCAL", "RAPORT FISCAL DE ÎNCHIDERE ZILNICĂ",
            "Z 0002: JURNAL VERIFICAT", "CIF CLIENT: RO123456789", "BON NEFISCAL");
        LooksLikeNoReceipt(report);
    }

    [TestMethod]
    public void A_day_that_was_changed_or_is_elsewhere_is_marked_and_the_others_go_on()
    {
        var register = ReportRegister.WithDays();
        register.Card.Edit("Z0001.TXT", null);
        register.Card.Edit("Z0002.TXT", Encoding.UTF8.GetBytes(register.Journal(2).Replace("111.00", "110.00")));
        var report = register.Report(95, "J\t1\t3\t");
        report.HasInOrder("Z 0001: LIPSEȘTE, JURNAL NR. 01", "Z 0002: JURNAL ALTERAT", "Z 0003: JURNAL VERIFICAT", "BON NEFISCAL");
        register.Refused(FiscalError.JournalDayAbsent, 125, "0\t1\t10001\t");
        register.Refused(FiscalError.JournalDamaged, 125, "0\t1\t10002\t");
        register.Refused(FiscalError.JournalDamaged, 95, "T\t2\t2\t1\t");
        Assert.IsEmpty(register.Drive().Names);
    }

    [TestMethod]
    [DataRow("1", 1, 1, 4, 1)]
    [DataRow("2", 1, 1, 3, 3)]
    [DataRow("3", 2, 1, 2, 1)]
    [DataRow("5", 1, 1, 3, 3)]
    [DataRow("20", 1, 1, 3, 3)]
    public void The_first_and_the_last_document_of_a_type_are_found(string type, int firstZ, int first, int lastZ, int last)
    {
        var fields = ReportRegister.WithDays().Do(124, $"\t\t{type}\t").Fields;
        Assert.AreEqual($"{firstZ} {first} {lastZ} {last}", string.Join(" ", fields[2..]));
    }

    [TestMethod]
    public void Moments_bound_a_search()
    {
        var register = ReportRegister.WithDays();
        var fields = register.Do(124, "17-11-26 00:00:00\t17-11-26 23:59:59\t1\t").Fields;
        CollectionAssert.AreEqual(new[] { "17-11-26 00:00:00", "17-11-26 23:59:59", "2", "1", "2", "2" }, fields);
        register.Refused(FiscalError.NoRecords, 124, "17-11-26 00:00:00\t17-11-26 06:00:00\t1\t");
        register.Refused(FiscalError.NoRecords, 124, "\t\t10\t");
        register.Refused((FiscalError)(-112203), 124, "\t\t6\t");
        register.Refused((FiscalError)(-112202), 124, "18-11-26\t17-11-26\t0\t");
    }

    [TestMethod]
    public void A_chosen_document_is_read_line_by_line()
    {
        var register = TestRegister.Fiscalised();
        register.Do(70, "0\t5.00\t");
        register.Receipt("2.00");
        register.Open().Sell("1.00", name: "Ștrudel și țuică");
        var paper = register.PayAndClose();
        var fields = register.Do(125, "0\t2\t1\t").Fields;
        CollectionAssert.AreEqual(new[] { "2", "1", "2" }, fields[..3]);
        Assert.StartsWith("16-11-26 07:00:", fields[3]);
        CollectionAssert.AreEqual(new[] { "1", "1" }, fields[4..]);
        CollectionAssert.AreEqual(paper.Where(line => !line.StartsWith("[QR", StringComparison.Ordinal)).ToArray(), ReadLines(register));
        register.Do(125, "0\t1\t9\t");
        ReadLines(register).Has("SUMĂ DE SERVICIU INTRODUSĂ 5.00");
    }

    [TestMethod]
    public void A_chosen_document_is_read_as_bytes()
    {
        var register = ReportRegister.WithDays();
        register.Do(125, "0\t3\t2\t");
        var z = ReadBytes(register);
        Assert.EndsWith(z, register.Journal(3));
        Assert.Contains("Z NR: 0003", z);
        register.Do(125, "0\t2\t5\t");
        Assert.AreEqual(register.Journal(2), ReadBytes(register));
    }

    [TestMethod, Article("HG 479/2003, norme art. 63 (5)"), Article("HG 479/2003, norme art. 34 h)")]
    public void A_document_is_printed_as_data_of_the_journal()
    {
        var register = ReportRegister.WithDays();
        var report = register.Report(125, "3\t1\t10001\t");
        report.HasInOrder("MAGAZIN DEMO SRL", "DATE DIN JURNALUL ELECTRONIC", "ZIUA Z: 0001", "MAGAZIN DEMO SRL");
        report.HasInOrder("ZIUA Z: 0001", "TOTAL LEI 121.00", "BON NEFISCAL");
        Assert.AreEqual("BON NEFISCAL", report[^2]);
        LooksLikeNoReceipt(report);
    }

    [TestMethod]
    public void What_was_not_chosen_cannot_be_read()
    {
        var register = ReportRegister.WithDays();
        register.Refused(FiscalError.DocumentNotChosen, 125, "1\t");
        register.Refused(FiscalError.DocumentNotFound, 125, "0\t9\t10001\t");
        register.Refused(FiscalError.DocumentNotFound, 125, "0\t9\t2\t");
        register.Refused(FiscalError.DocumentNotChosen, 125, "2\t");
        register.Refused((FiscalError)(-112201), 125, "10\t1\t1\t");
        register.Refused((FiscalError)(-112203), 125, "0\t1\t6\t");
    }

    private static void LooksLikeNoReceipt(string[] report)
    {
        report.HasNot("BON FISCAL");
        Assert.IsFalse(report.Any(line => line.StartsWith("RL ", StringComparison.Ordinal)), "the sign stands on fiscal documents only");
    }

    private static string[] ReadLines(TestRegister register)
    {
        List<string> lines = [];
        for (var reply = register.Host.SendData(125, "1\t"); reply.Ok; reply = register.Host.SendData(125, "1\t"))
            lines.Add(string.Join(' ', reply.Fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        register.Refused(FiscalError.NoMoreData, 125, "1\t");
        return [.. lines];
    }

    private static string ReadBytes(TestRegister register)
    {
        List<byte> bytes = [];
        for (var reply = register.Host.SendData(125, "2\t"); reply.Ok; reply = register.Host.SendData(125, "2\t"))
            bytes.AddRange(Convert.FromBase64String(reply.Fields[0]));
        register.Refused(FiscalError.NoMoreData, 125, "2\t");
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
