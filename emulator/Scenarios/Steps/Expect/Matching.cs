using System.Text.RegularExpressions;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>Compares texts and values with what a story says.</summary>
internal static partial class Matching
{
    /// <summary>Each of the texts that are said stands in a line.</summary>
    public static void Contain(StoryNode? said, IReadOnlyList<string> lines, string where)
    {
        foreach (var text in said?.Items ?? [])
        {
            if (!lines.Any(line => Has(line, text.Text))) throw new StoryFailure(text.Place, $"{where} with \"{text.Text}\"", "no such line");
        }
    }

    /// <summary>None of them does.</summary>
    public static void Lack(StoryNode? said, IReadOnlyList<string> lines, string where)
    {
        foreach (var text in said?.Items ?? [])
        {
            if (lines.FirstOrDefault(line => Has(line, text.Text)) is { } line) throw new StoryFailure(text.Place, $"{where} without \"{text.Text}\"", $"the line \"{line}\"");
        }
    }

    /// <summary>A value is the one that is said; nothing said is any value.</summary>
    public static void Equal(StoryNode? said, string got, string what)
    {
        if (said is not null && said.Text != got) throw new StoryFailure(said.Place, $"{what} {said.Text}", got);
    }

    /// <summary>The line has the text; runs of blanks count as one blank.</summary>
    public static bool Has(string line, string text) => Blanks().Replace(line, " ").Contains(Blanks().Replace(text, " "), StringComparison.Ordinal);

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
