using System.Text.RegularExpressions;
using Nf.Firmware.WorkingMemory;

namespace Nf.Tests.Machine.Paper;

/// <summary>Every document and report of the firmware is kept as paper, and every page reads as the norms want it.</summary>
[TestClass]
public sealed partial class GoldenFilesTests
{
    public static IEnumerable<object[]> Files => Directory.GetFiles(GoldenPaper.Folder).Select(file => new object[] { Path.GetFileName(file) });

    [TestMethod]
    public void Every_kind_of_document_is_there()
    {
        foreach (var kind in Enum.GetValues<DocumentKind>().Except([DocumentKind.None, DocumentKind.Report]))
            Assert.IsTrue(GoldenNames.Documents.ContainsKey(kind), $"no golden paper for {kind}: add a name to {nameof(GoldenNames)} and a test that prints it");
    }

    [TestMethod]
    public void Every_report_is_there()
    {
        var reports = typeof(Nf.Firmware.Register).Assembly.GetTypes().Where(type => type.GetInterface("IReportPages") != null);
        CollectionAssert.AreEquivalent(reports.Select(type => type.Name).ToArray(), GoldenNames.Reports.Keys);
    }

    [TestMethod]
    public void Every_name_has_a_file_at_every_width_and_every_file_a_name()
    {
        var expected = GoldenNames.All.SelectMany(_ => GoldenPaper.Widths, (name, columns) => Path.GetFileName(GoldenPaper.FileOf(name, columns)));
        CollectionAssert.AreEquivalent(expected.ToArray(), Files.Select(file => (string)file[0]).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void A_page_is_whole_and_Romanian(string file)
    {
        var page = Lines(file);
        var columns = int.Parse(file.Split('.')[1]);
        foreach (var line in page)
        {
            Assert.IsLessThanOrEqualTo(columns, line.Length, $"wider than the paper: {line}");
            Assert.IsFalse(line.Any(c => c is 'ş' or 'ţ' or 'Ş' or 'Ţ' or '?' or '\t'), $"a letter that is none: {line}");
            Assert.IsFalse(OtherDate().IsMatch(line), $"a date that is not day, month, year: {line}");
        }

        StringAssert.Contains(page[^1], "✂");
        Assert.IsFalse(page.Any(line => line.Length == 1), "a row of one character, broken off the row before");
        Assert.IsFalse(page.Zip(page[1..]).Any(pair => pair.First.StartsWith("----") && pair.First == pair.Second), "a separator after a separator");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A b)")]
    [DynamicData(nameof(Files))]
    public void A_page_has_the_header(string file) => StringAssert.StartsWith(Joined(Lines(file)[..6]), "MAGAZIN DEMO SRL STR.");

    [TestMethod]
    [Article("HG 479/2003, norme art. 63 (5)")]
    [DynamicData(nameof(Files))]
    public void A_page_ends_as_what_it_is(string file)
    {
        var (page, name) = (Lines(file), file.Split('.')[0]);
        var logotypes = page.Count(line => line.TrimStart().StartsWith("RL "));
        var isFiscal = Fiscal().IsMatch(name);
        Assert.AreEqual(isFiscal ? 1 : 0, logotypes, "logotypes");
        Assert.AreEqual(isFiscal && name.StartsWith("receipt", StringComparison.Ordinal) ? 1 : 0, page.Count(line => line.Trim() == "BON FISCAL"), "«BON FISCAL»");
        if (isFiscal) return;
        var last = name is "receipt-trial" or "report-z-trial" ? "probă" : name == "receipt-cancelled" ? "BON ANULAT" : "BON NEFISCAL";
        Assert.AreEqual(last, page[^2].Trim());
    }

    private static string[] Lines(string file) => File.ReadAllText(Path.Combine(GoldenPaper.Folder, file)).TrimEnd('\n').Split('\n');

    private static string Joined(string[] lines) => string.Join(' ', lines.Select(line => line.Trim()));

    // Receipts and Z reports, neither trials nor given up.
    [GeneratedRegex("^(receipt|report-z)(?!.*(trial|cancelled))")]
    private static partial Regex Fiscal();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d|\d\d?[A-Z][a-z]{2}\d\d|\d\d[./]\d\d[./]\d\d|[^\d-]\d\d-\d\d-\d\d(?!\d)")]
    private static partial Regex OtherDate();
}
