using System.Security.Cryptography;
using System.Text;
using Nf.Firmware.Errors;
using Nf.Firmware.Text;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Reports;

/// <summary>Reports saved on the removable drive: .MF, .JE and the days' files (norms, art. 22 A g), 33 C c), d).</summary>
[TestClass]
public sealed class ExportTests
{
    private const string Mf = "1234567890.MF";
    private const string Je = "1234567890.JE";

    [TestMethod, Article("HG 479/2003, norme art. 22 A g)"), Article("HG 479/2003, norme art. 33 C c)")]
    public void The_file_has_the_lines_of_the_paper()
    {
        var register = ReportRegister.WithDays();
        var paper = register.Report(95, "1\t\t\t").Where(line => !line.StartsWith("DATA: 19", StringComparison.Ordinal)).ToArray();
        register.Do(95, "1\t\t\t1\t");
        CollectionAssert.AreEqual(paper[..^1], Lines(register, Mf));
        CollectionAssert.AreEqual(new[] { Mf }, register.Drive().Names.ToArray(), "nothing else is left there");
    }

    [TestMethod]
    public void Nothing_is_printed_for_a_file()
    {
        var register = ReportRegister.WithDays();
        var lines = register.Paper.Length;
        register.Hardware.Printer.PaperLoaded = false;
        register.Do(95, "0\t\t\t1\t");
        Assert.AreEqual(lines, register.Paper.Length);
    }

    [TestMethod, Article("HG 479/2003, norme art. 33 C d)")]
    public void A_days_hash_can_be_checked_on_the_exported_journal()
    {
        var register = ReportRegister.WithDays();
        register.Do(95, "J\t1\t2\t1\t0\t");
        var lines = Encoding.UTF8.GetString(register.Drive().Bytes(Je)).Split('\n');
        Assert.IsTrue(lines.Contains("DE LA RAP.Z: 0001/16-11-2026") && lines.Contains("LA RAP.Z: 0002/17-11-2026"), "the period");
        var title = Array.FindIndex(lines, line => line.StartsWith("[Z 0002 17-11-2026", StringComparison.Ordinal));
        Assert.AreEqual("Z 0002: JURNAL VERIFICAT", lines[title + 1]);
        var start = title + 2;
        var mark = Array.IndexOf(lines, "[SHA-256]", start);
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines[start..mark].Select(l => l + "\n")))));
        Assert.AreEqual(ClosureTests.Hash(register, 2), digest);
        Assert.AreEqual(digest, lines[mark + 1] + lines[mark + 2]);
    }

    [TestMethod]
    public void The_open_day_is_part_of_the_journal_and_said_to_be_open()
    {
        var register = ReportRegister.WithDays();
        register.Do(94, "J\t19-11-26\t\t1\t0\t");
        var lines = Lines(register, Je);
        lines.HasInOrder("PERIOADA 19-11-2026/19-11-2026", "[Z 0004]", "Z 0004: ZI DESCHISĂ, JURNAL VERIFICAT", "TOTAL LEI 1.00", "BON FISCAL");
        lines.HasNot("[Z 0003");
    }

    [TestMethod]
    [DataRow("", "iso-8859-2", 'Ş', 'ş')]
    [DataRow("1", "iso-8859-2", 'Ş', 'ş')]
    [DataRow("2", "iso-8859-16", 'Ș', 'ș')]
    [DataRow("0", "utf-8", 'Ș', 'ș')]
    public void Letters_are_written_in_the_encoding_that_was_asked_for(string field, string name, char capital, char small)
    {
        var register = TestRegister.Fiscalised();
        register.Open().Sell("1.00", name: "Ștrudel cu brânză și țuică");
        register.PayAndClose();
        register.Do(95, $"J\t\t\t1\t{field}\t");
        var expected = "Ștrudel cu brânză și țuică".Replace('Ș', capital).Replace('ș', small);
        if (small == 'ş') expected = expected.Replace('ț', 'ţ');
        Assert.Contains(expected, Lines(Text(register.Drive().Bytes(Je), name)));
    }

    [TestMethod]
    public void A_file_with_other_contents_is_kept_unless_its_replacement_is_asked_for()
    {
        var register = ReportRegister.WithDays();
        register.Do(95, "0\t1\t1\t1\t");
        var first = register.Drive().Bytes(Mf);
        register.Do(95, "0\t1\t1\t1\t");
        CollectionAssert.AreEqual(first, register.Drive().Bytes(Mf), "the same again is no other");
        register.Refused(FiscalError.FileExists, 95, "0\t1\t2\t1\t");
        CollectionAssert.AreEqual(first, register.Drive().Bytes(Mf));
        CollectionAssert.AreEqual(new[] { Mf }, register.Drive().Names.ToArray());
        register.Do(95, "0\t1\t2\t2\t");
        CollectionAssert.AreNotEqual(first, register.Drive().Bytes(Mf));
    }

    [TestMethod]
    public void A_drive_that_cannot_be_written_is_refused()
    {
        var register = ReportRegister.WithDays();
        var drive = register.Drive();
        drive.Present = false;
        register.Refused(FiscalError.ExternalMissing, 95, "0\t\t\t1\t");
        drive.Present = true;
        drive.WriteProtected = true;
        register.Refused(FiscalError.ExternalWriteFailed, 95, "0\t\t\t1\t");
        drive.WriteProtected = false;
        drive.CapacityBytes = 1000;
        register.Refused(FiscalError.ExternalFull, 95, "1\t\t\t1\t");
        Assert.IsEmpty(drive.Names);
        drive.CapacityBytes = 100_000;
        register.Do(95, "1\t\t\t1\t");
    }

    [TestMethod, Article("HG 479/2003, norme art. 67 (1)")]
    public void Days_files_are_the_journal_as_it_is()
    {
        var register = ReportRegister.WithDays();
        register.Do(95, "T\t1\t4\t1\t0\t");
        CollectionAssert.AreEqual(new[] { "1234567890-Z0001.TXT", "1234567890-Z0002.TXT", "1234567890-Z0003.TXT", "1234567890-Z0004.TXT" },
            register.Drive().Names.ToArray());
        for (var day = 1; day <= 4; day++)
            Assert.AreEqual(register.Journal(day), Encoding.UTF8.GetString(register.Drive().Bytes($"1234567890-Z{day:0000}.TXT")));
    }

    // The platform has no ISO-8859-16.
    private static string Text(byte[] bytes, string name)
    {
        if (name == "iso-8859-16") return Latin16.ToText(bytes, 0, bytes.Length);
        var encoding = name == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        return encoding.GetString(bytes);
    }

    private static string[] Lines(TestRegister register, string name) => Lines(Encoding.UTF8.GetString(register.Drive().Bytes(name)));

    private static string[] Lines(string text) =>
        [.. text.TrimEnd('\n').Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
}
