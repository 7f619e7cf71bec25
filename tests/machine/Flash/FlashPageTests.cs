using System.Text.RegularExpressions;
using Nf.Emulator.Commands;
using Nf.Emulator.Flash;

namespace Nf.Tests.Machine.Flash;

/// <summary>The page that takes a newcomer from a clone to paper: its commands exist, its files too, its facts are the table's.</summary>
[TestClass]
public sealed partial class FlashPageTests
{
    private static readonly string s_root = Repository.Root;
    private static readonly string s_text = File.ReadAllText(Path.Combine(s_root, "docs", "how-to", "flash.md"));

    public static IEnumerable<object[]> Commands =>
        CommandLine().Matches(s_text).Select(match => new object[] { match.Groups[1].Value }).ToList();

    [TestMethod]
    public void ThereAreCommands() => Assert.HasCount(11, Commands);

    [TestMethod]
    [DynamicData(nameof(Commands))]
    public void EachCommandIsUnderstood(string line)
    {
        var words = line.Split(' ');
        if (words[0] == "nf") Assert.IsEmpty(NfCommand.Build().Parse(words[1..]).Errors, line);
        else if (words[0] == "nanoff") CheckTool(words[1..]);
        else if (words[0] is "nuget" or "msbuild") Assert.IsTrue(File.Exists(Path.Combine(s_root, words.First(word => word.StartsWith("boards/", StringComparison.Ordinal)))), line);
        else Assert.AreEqual($"dotnet tool install -g {FlashTool.Name} --version {FlashTool.Version}", line);
    }

    [TestMethod]
    public void TheImageIsThatOfTheBoardsProject()
    {
        var board = BoardTable.Find("esp32-s3")!;
        var image = $"boards/{board.Name}/bin/Release/{board.Program}.bin";
        foreach (Match match in ImagePath().Matches(s_text)) Assert.AreEqual(image, match.Value);
        Assert.IsTrue(File.Exists(Path.Combine(s_root, "boards", board.Name, board.Program + ".nfproj")), "the project that builds it");
    }

    [TestMethod]
    public void TheRuntimesFactsAreTheTables()
    {
        var board = BoardTable.Find("esp32-s3")!;
        Assert.Contains($"`{board.Target}`", s_text);
        foreach (Match match in RuntimeVersion().Matches(s_text)) FlashCheck.Runtime(board, match.Groups[1].Value);
    }

    private static void CheckTool(string[] words)
    {
        foreach (var word in words.Where(word => word.StartsWith("--", StringComparison.Ordinal)))
            Assert.IsTrue(ToolOptions.TakesValue.ContainsKey(word), $"the tool has no {word}");
    }

    [GeneratedRegex(@"^\$ (.+)$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"boards/[\w/.-]+\.bin")]
    private static partial Regex ImagePath();

    [GeneratedRegex(@"--runtime (\S+)")]
    private static partial Regex RuntimeVersion();
}
