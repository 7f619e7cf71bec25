namespace Nf.Emulator.Conformity;

/// <summary>The table as docs/reference/conformity.md.</summary>
public static class ConformityPage
{
    private const string Introduction = """
        # Conformity

        Every rule of the law that speaks of the device, who answers for it, where it is done, and which tests show it.
        The text read is HG 479/2003 with its norms as of 24.04.2023, OUG 28/1999 as of December 2025, OPANAF 146/2018.
        The rules are in our words; the law's own words count.

        This page is made by `nf conformity --markdown` from `emulator/Conformity/rules.tsv` and from the attributes
        `[Article("...")]` of the built tests; a test compares it. [How to read it](../explanation/conformity.md).

        | Kind | Who answers for it |
        |---|---|
        | firmware | NF; the tests named show it |
        | hardware | a part, the board or the casing; the note says what the reference parts do |
        | operator | people: user, technician, distributor, author of the POS program |
        | other | a register of another kind, which NF is not |
        """;

    /// <summary>Writes all of it.</summary>
    public static void Write(IReadOnlyList<Rule> rules, ShownBy shown, TextWriter output)
    {
        output.WriteLine(Introduction);
        output.WriteLine();
        output.WriteLine(ConformityText.Summary(rules, shown));
        foreach (var section in rules.GroupBy(rule => rule.Section)) Write(section, shown, output);
    }

    private static void Write(IGrouping<string, Rule> section, ShownBy shown, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"## {section.Key}");
        output.WriteLine();
        output.WriteLine("| Article | Rule | Kind | Where | Shown by |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var rule in section) output.WriteLine(Row(rule, shown[rule.Article]));
    }

    private static string Row(Rule rule, IReadOnlyCollection<string> tests)
    {
        var text = rule.Note.Length > 0 ? $"{rule.Text} *{rule.Note}*" : rule.Text;
        var where = rule.Where.Length > 0 ? $"`{rule.Where}`" : "";
        var shown = rule.Kind == RuleKind.Firmware && tests.Count == 0 ? "no test yet" : string.Join("<br>", tests.Select(test => $"`{test}`"));
        return $"| {rule.Article} | {text} | {ConformityText.Word(rule.Kind)} | {where} | {shown} |";
    }
}
