namespace Nf.Emulator.Conformity;

/// <summary>The rules of the law, read from <c>rules.tsv</c>, which the program carries with it.</summary>
/// <remarks>
/// A line that begins with <c>#</c> names the section of the rows after it. A row is article, kind, implementation
/// (<c>-</c> for none), rule and, if there is one, a note, separated by tabs.
/// </remarks>
public static class RuleTable
{
    private const string Resource = "Nf.Emulator.Conformity.rules.tsv";

    /// <summary>All rules, in the order of the law.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = Read();

    private static List<Rule> Read()
    {
        using var stream = typeof(RuleTable).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var rules = new List<Rule>();
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) section = line[2..];
            else rules.Add(RuleOf(section, line.Split('\t')));
        }

        return rules;
    }

    private static Rule RuleOf(string section, string[] cells)
    {
        if (cells.Length is not (4 or 5)) throw new InvalidDataException($"rules.tsv: {cells.Length} cells in '{cells[0]}'");
        return new Rule(section, cells[0], Enum.Parse<RuleKind>(cells[1], ignoreCase: true), cells[2] == "-" ? "" : cells[2], cells[3],
            cells.Length > 4 ? cells[4] : "");
    }
}
