namespace Nf.Emulator.Conformity;

/// <summary>The table as plain text: each rule with who answers for it, where, and which tests show it.</summary>
public static class ConformityText
{
    /// <summary>Writes all of it.</summary>
    public static void Write(IReadOnlyList<Rule> rules, ShownBy shown, TextWriter output)
    {
        foreach (var section in rules.GroupBy(rule => rule.Section))
        {
            output.WriteLine(section.Key);
            foreach (var rule in section) Write(rule, shown[rule.Article], output);
            output.WriteLine();
        }

        output.WriteLine(Summary(rules, shown));
    }

    /// <summary>How many rules there are of each kind, and how many of the firmware's are shown.</summary>
    public static string Summary(IReadOnlyList<Rule> rules, ShownBy shown)
    {
        var firmware = rules.Where(rule => rule.Kind == RuleKind.Firmware).ToList();
        var others = string.Join(", ", Enum.GetValues<RuleKind>().Skip(1).Select(kind => $"{rules.Count(rule => rule.Kind == kind)} {Word(kind)}"));
        return $"{rules.Count} rules: {firmware.Count} firmware, {firmware.Count(rule => shown[rule.Article].Count > 0)} of them shown by tests; {others}.";
    }

    /// <summary>A kind as the table spells it.</summary>
    public static string Word(RuleKind kind) => kind.ToString().ToLowerInvariant();

    private static void Write(Rule rule, IReadOnlyCollection<string> tests, TextWriter output)
    {
        output.WriteLine($"  {rule.Article}  [{Word(rule.Kind)}]{(rule.Where.Length > 0 ? "  " + rule.Where : "")}");
        output.WriteLine($"      {rule.Text}");
        if (rule.Note.Length > 0) output.WriteLine($"      ({rule.Note})");
        foreach (var test in tests) output.WriteLine($"      + {test}");
        if (rule.Kind == RuleKind.Firmware && tests.Count == 0) output.WriteLine("      - no test yet");
    }
}
