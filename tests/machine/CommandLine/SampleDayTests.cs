namespace Nf.Tests.Machine.CommandLine;

/// <summary>The sample day, played by the program, gives the paper and the answers that lie beside it.</summary>
[TestClass]
public sealed class SampleDayTests
{
    private const string Folder = "emulator/samples/";
    private const string Day = "corner-shop-day.txt";
    private const string Paper = "corner-shop-day.paper.txt";
    private const string Answers = "corner-shop-day.answers.txt";

    private static NfResult _played = null!;

    [ClassInitialize]
    public static void Play(TestContext _) => _played = NfProcess.Run("play", PathOf(Day));

    [TestMethod]
    public void TheRegisterAcceptsAllOfIt() => Assert.AreEqual(0, _played.ExitCode, _played.Error);

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B b)")]
    [Article("HG 479/2003, norme art. 54 (2)")]
    [Article("HG 479/2003, norme art. 55")]
    [Article("HG 479/2003, norme art. 57")]
    [Article("HG 479/2003, norme art. 64 (2) a), c), f)")]
    [Article("HG 479/2003, norme art. 64 (2) j)")]
    [Article("OUG 28/1999 art. 4 (1)")]
    [Article("OUG 28/1999 art. 4 (6)")]
    public void ThePaperIsTheOneOnFile() => AssertSame(Paper, _played.Output, $"> {Folder}{Paper}");

    [TestMethod]
    public void TheAnswersAreTheOnesOnFile() => AssertSame(Answers, _played.Error, $"--answers {Folder}{Answers} > /dev/null");

    /// <summary>Every row of the Z that the day's lines decide, computed from them with decimals and nothing of the firmware.</summary>
    [TestMethod]
    [Article("HG 479/2003, norme art. 64 (2) g)-i)")]
    [Article("HG 479/2003, norme art. 64 (5)")]
    [Article("OUG 28/1999 art. 4 (6)")]
    public void TheZIsWhatTheLinesAddUpTo()
    {
        var paper = File.ReadAllLines(PathOf(Paper));
        var z = paper[Array.FindIndex(paper, line => line.Contains("ÎNCHIDERE ZILNICĂ"))..];
        var rows = SampleDayLedger.Of(File.ReadAllLines(PathOf(Day))).ZRows();
        Assert.IsGreaterThan(25, rows.Count);
        foreach (var (name, value) in rows)
        {
            var row = z.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal) && line.TrimStart()[name.TrimStart().Length] == ' ');
            Assert.IsNotNull(row, $"the Z has no row {name}; it comes to {value}");
            Assert.AreEqual(value, row[name.Length..].Trim(), name);
        }
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name);

    private static void AssertSame(string golden, string actual, string redirection)
    {
        var expected = File.ReadAllText(PathOf(golden));
        if (expected == actual) return;
        var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
        var at = wanted.Zip(got).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail($"{golden}:{at + 1}: expected \"{wanted.ElementAtOrDefault(at) ?? "the end"}\", "
            + $"got \"{got.ElementAtOrDefault(at) ?? "the end"}\". If the new one is right, write it down from the root of the repository:\n"
            + $"dotnet run --project emulator -- play {Folder}{Day} {redirection}");
    }
}
