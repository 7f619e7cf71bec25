namespace Nf.Tests.Machine.CommandLine;

/// <summary>The sample scripts, played by the program, give the paper and the answers that lie beside them.</summary>
[TestClass]
public sealed class SampleScriptTests
{
    [TestMethod]
    [DataRow("script-discounts-buyer", 0)]
    [DataRow("script-mixed-payments", 0)]
    [DataRow("script-small-day", 0)]
    [DataRow("script-refusals", 1)]
    public void PaperAndAnswersAreTheOnesOnFile(string name, int exitCode)
    {
        using var folder = new State.TempFolder();
        var played = NfProcess.Run("play", PathOf($"{name}.txt"), "--answers", folder["answers"]);
        Assert.AreEqual(exitCode, played.ExitCode, played.Error);
        AssertSame(name, "answers", File.ReadAllText(folder["answers"]));
        AssertSame(name, "paper", played.Output);
    }

    /// <summary>Each refusal stands on standard error with its place, and in the answers with what to do next.</summary>
    [TestMethod]
    public void EachRefusalNamesItsLineAndWhatToDo()
    {
        var script = File.ReadAllLines(PathOf("script-refusals.txt"));
        var answers = File.ReadAllLines(PathOf("script-refusals.answers.txt"));
        var commands = script.Select((line, i) => (Line: line, Number: i + 1)).Where(l => l.Line.Length > 0 && char.IsAsciiDigit(l.Line[0])).ToList();
        var expected = commands.Zip(answers).Where(pair => pair.Second.Contains(",-", StringComparison.Ordinal)).Select(pair =>
        {
            var fields = pair.Second.Split(',', 2)[1].Split(@"\t");
            return $"script-refusals.txt:{pair.First.Number}: refused: {fields[0]} {fields[1].Trim('{', '}')}";
        }).ToList();
        var told = NfProcess.Run("play", PathOf("script-refusals.txt"), "--answers", OperatingSystem.IsWindows() ? "NUL" : "/dev/null").Error
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Path.GetFileName).ToList();
        CollectionAssert.AreEqual(expected, told);
        Assert.IsGreaterThan(20, told.Count);
    }

    [TestMethod]
    public void ToldToStopItStopsAtTheFirstRefusal()
    {
        var played = NfProcess.Run("play", PathOf("script-refusals.txt"), PathOf("corner-shop-day.txt"), "--stop-at-refusal");
        Assert.AreEqual(1, played.ExitCode);
        Assert.AreEqual("", played.Output);
        Assert.AreEqual(2, played.Error.Count(c => c == '\n'), played.Error);
    }

    [TestMethod]
    public void BothKindsOfFilesPlayInOneRun()
    {
        using var folder = new State.TempFolder();
        File.WriteAllText(folder["receipt.txt"], "S^PÂINE^450^1000^BUC^2^1\nP^1^\n");
        var played = NfProcess.Run("play", PathOf("script-discounts-buyer.txt"), folder["receipt.txt"], "--answers", folder["answers"]);
        Assert.AreEqual(0, played.ExitCode, played.Error);
        Assert.AreEqual("BONOK=1 NRBON=5", File.ReadAllLines(folder["answers"])[^1]);
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name);

    private static void AssertSame(string name, string what, string actual) =>
        Assert.AreEqual(File.ReadAllText(PathOf($"{name}.{what}.txt")), actual,
            $"{name}.{what}.txt; if the new one is right, write it down from the root of the repository:\n"
            + $"dotnet run --project emulator -- play emulator/samples/{name}.txt --answers emulator/samples/{name}.answers.txt > emulator/samples/{name}.paper.txt");
}
