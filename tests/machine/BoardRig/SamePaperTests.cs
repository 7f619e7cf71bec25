using Nf.Emulator.Rig;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Tests.Machine.BoardRig;

/// <summary>The same stories on the emulator and on a board: the same verdicts and the same paper.</summary>
[TestClass]
public sealed class SamePaperTests
{
    private static readonly string s_stories = Path.Combine(Repository.Root, "tests", "machine", "BoardRig", "stories");

    /// <summary>Whoever adds a story to the folder adds it to both.</summary>
    public static IEnumerable<object[]> Stories => Directory.EnumerateFiles(s_stories, "*.yaml").Order().Select(file => new object[] { Path.GetFileName(file) });

    [TestMethod]
    [DynamicData(nameof(Stories))]
    public void A_board_prints_what_the_emulator_prints(string name)
    {
        var file = Path.Combine(s_stories, name);
        var story = StoryReader.Read(file, File.ReadAllBytes(file));
        var emulator = new StoryRunner(order => new EmulatorBench(order), seed: 1).Run(story);
        using var rig = new DutRig();
        using var run = rig.Open();
        var board = run.Play(story);
        Assert.AreEqual(emulator.Verdict, board.Verdict, $"{emulator.Message}\non the board: {board.Message}\n{Logs(run)}");
        Assert.IsNull(PaperComparison.Difference(board.Paper, emulator.Paper), string.Join('\n', board.Paper));
        Assert.IsGreaterThan(10, board.Paper.Count);
    }

    private static string Logs(RigRun run) => string.Concat(run.TakeLogs().Where(log => log.Line == "host").Select(log => log.Text));
}
