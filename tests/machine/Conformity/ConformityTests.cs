using Nf.Emulator.Conformity;

namespace Nf.Tests.Machine.Conformity;

/// <summary>The table of the law's rules: nothing missing, nothing invented, every rule of the firmware shown by a test.</summary>
[TestClass]
public sealed class ConformityTests
{
    private const string Norms = "HG 479/2003, norme ";

    private static readonly IReadOnlyList<Rule> Rules = RuleTable.Rules;
    private static readonly ShownBy Shown = ShownByTheseTests();

    [TestMethod]
    public void Every_article_that_speaks_of_the_device_has_a_row()
    {
        var articles = Articles(Norms + "art.", 17, 70)
            .Concat(Articles(Norms + "art.", 103, 108))
            .Concat(Articles(Norms + "anexa nr. 11 art.", 1, 9))
            .Concat([Norms + "art. 21^1", Norms + "art. 35^1", Norms + "art. 60^1"])
            .Concat(["OUG 28/1999 art. 2^3", "OUG 28/1999 art. 3", "OUG 28/1999 art. 3^1", "OUG 28/1999 art. 4"])
            .Concat(["OPANAF 146/2018 anexa nr. 1", "OPANAF 146/2018 anexa nr. 2", "OPANAF 146/2018 anexa nr. 3"]);
        foreach (var article in articles)
            Assert.IsTrue(Rules.Any(r => r.Article == article || r.Article.StartsWith(article + " ", StringComparison.Ordinal)), $"no row for {article}");
    }

    [TestMethod]
    public void No_article_has_two_rows()
    {
        foreach (var rows in Rules.GroupBy(rule => rule.Article)) Assert.AreEqual(1, rows.Count(), rows.Key);
    }

    [TestMethod]
    public void Tests_name_articles_that_have_a_row()
    {
        foreach (var article in Shown.Articles)
            Assert.IsTrue(Rules.Any(rule => rule.Article == article), $"{string.Join(", ", Shown[article])} names '{article}', which emulator/Conformity/rules.tsv has not");
    }

    [TestMethod]
    public void Every_rule_of_the_firmware_is_shown_by_a_test()
    {
        string[] missing = [.. Firmware().Where(rule => Shown[rule.Article].Count == 0).Select(rule => rule.Article)];
        Assert.AreEqual(0, missing.Length, $"no test has [Article] for: {string.Join("; ", missing)}");
    }

    [TestMethod]
    public void A_rule_of_the_firmware_names_where_it_is_done_and_that_exists()
    {
        foreach (var rule in Firmware())
        {
            var path = Path.Combine(Repository.Root, rule.Where);
            Assert.IsTrue(rule.Where.Length > 0 && (File.Exists(path) || Directory.Exists(path)), $"{rule.Article}: '{rule.Where}'");
        }
    }

    [TestMethod]
    public void What_is_not_the_firmwares_says_whose_it_is()
    {
        foreach (var rule in Rules.Where(rule => rule.Kind != RuleKind.Firmware)) Assert.AreEqual("", rule.Where, rule.Article);
        foreach (var rule in Rules.Where(rule => rule.Kind is RuleKind.Hardware or RuleKind.Other))
            Assert.AreNotEqual("", rule.Note, $"{rule.Article}: the note says what the reference parts do, or which register it is about");
    }

    [TestMethod]
    public void Cells_are_plain_text_that_a_table_can_hold()
    {
        foreach (var rule in Rules)
            foreach (var cell in new[] { rule.Section, rule.Article, rule.Text, rule.Note })
                Assert.IsTrue(cell == cell.Trim() && cell.IndexOfAny(['|', '<', '`', 'ş', 'ţ']) < 0, $"{rule.Article}: '{cell}'");
        foreach (var rule in Rules) Assert.IsTrue(rule.Section.Length > 0 && rule.Text.EndsWith('.'), rule.Article);
    }

    private static ShownBy ShownByTheseTests()
    {
        var shown = new ShownBy();
        shown.Add(typeof(ConformityTests).Assembly.Location);
        return shown;
    }

    private static IEnumerable<Rule> Firmware() => Rules.Where(rule => rule.Kind == RuleKind.Firmware);

    private static IEnumerable<string> Articles(string prefix, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => $"{prefix} {number}");
}
