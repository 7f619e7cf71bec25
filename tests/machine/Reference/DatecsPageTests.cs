using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Reference;

/// <summary>docs/reference/datecs.md and the how-to pages with frames: every command has its section, every example is true.</summary>
[TestClass]
public sealed class DatecsPageTests
{
    private const int HighestCommand = 300;

    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    private static readonly string Page = Path.Combine(Docs, "reference", "datecs.md");

    public static IEnumerable<object[]> Examples =>
        from page in new[] { Page, Path.Combine(Docs, "how-to", "was-it-printed.md"), Path.Combine(Docs, "how-to", "fiscalise.md") }
        from block in FramesBlock.Of(page).Select((block, i) => (block, i))
        select new object[] { Path.GetFileName(page), block.i, string.Join(' ', block.block.Shown) };

    [TestMethod]
    [DynamicData(nameof(Examples))]
    public void Example(string page, int number, string commands)
    {
        var folder = page == "datecs.md" ? "reference" : "how-to";
        var block = FramesBlock.Of(Path.Combine(Docs, folder, page)).ElementAt(number);
        var played = block.Play();
        Assert.AreEqual(played, block.Text, $"example {number} of {page}, commands {commands}; it should be\n```frames\n{played}\n```\n");
    }

    /// <summary>A section begins with "## number (hex): what".</summary>
    [TestMethod]
    public void Every_command_of_the_register_has_its_section_and_no_other_has()
    {
        var register = TestRegister.Fiscalised();
        var known = Enumerable.Range(0, HighestCommand).Where(command => !register.Host.SendData(command, "").IsUnknownCommand);
        var sections = from line in File.ReadLines(Page)
                       where line.StartsWith("## ", StringComparison.Ordinal) && char.IsAsciiDigit(line[3])
                       select line[3..].Split(' ');
        CollectionAssert.AreEquivalent(known.ToList(), sections.Select(words => int.Parse(words[0])).ToList());
        foreach (var words in sections) Assert.AreEqual($"({int.Parse(words[0]):X2}h):", words[1], $"section of {words[0]}");
    }

    /// <summary>The commands of the Romanian list that NF answers for: each has all parts of a row.</summary>
    [TestMethod]
    public void Every_listed_command_has_all_parts()
    {
        int[] listed =
        [
            33, 35, 38, 39, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 53, 54, 56, 58, 60, 61, 62, 64, 65, 68, 69, 70, 71, 72, 74, 76, 80, 83, 84,
            86, 87, 88, 89, 90, 91, 92, 94, 95, 99, 100, 101, 103, 105, 106, 107, 110, 111, 112, 116, 123, 124, 125, 127, 149, 202, 253, 255,
        ];
        var sections = File.ReadAllText(Page).Split("\n## ").Where(section => char.IsAsciiDigit(section[0]))
            .ToDictionary(section => int.Parse(section.Split(' ')[0]), section => section.Split('\n'));
        foreach (var number in listed) Assert.IsTrue(sections.ContainsKey(number), $"docs/reference/datecs.md has no section of command {number}");
        foreach (var (number, lines) in sections)
        {
            var shown = lines.Zip(lines.Skip(1)).Any(pair => pair.First.Split(',')[0] == $"{number}" && pair.Second.StartsWith("> ", StringComparison.Ordinal));
            Assert.IsTrue(shown, $"docs/reference/datecs.md shows no frame of command {number}");
            foreach (var part in new[] { "Request", "Answer", "Errors", "Sources", "Assumptions" })
                Assert.IsTrue(lines.Any(line => line.StartsWith($"- {part}: ", StringComparison.Ordinal) && line.Length > part.Length + 4), $"section {number} lacks \"- {part}: \"");
            var sources = lines.First(line => line.StartsWith("- Sources: ", StringComparison.Ordinal))["- Sources: ".Length..];
            Assert.IsTrue(sources[0] is >= 'A' and <= 'D' && (sources.Length == 1 || !char.IsAsciiLetter(sources[1])), $"section {number} does not say how sure it is");
        }
    }
}
