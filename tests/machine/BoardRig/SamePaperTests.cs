using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Nf.Emulator.Rig;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;
using Nf.Tests.Machine.Scenarios;

namespace Nf.Tests.Machine.BoardRig;

/// <summary>The rig's set, and some stories of these tests, on the emulator and on a board: the same verdicts and the same paper.</summary>
[TestClass]
public sealed partial class SamePaperTests
{
    // Boards that are played on at the same time: most of a story is waiting.
    private const int Boards = 3;

    private static readonly string s_stories = Path.Combine(Repository.Root, "tests", "machine", "BoardRig", "stories");

    private static IEnumerable<Story> Set => StoryFiles.Shipped.Select(StoryFiles.Read).Where(story => (story.Needs & ~RigAbilities.Most) == BenchAbilities.None);

    [TestMethod]
    public void Boards_come_to_the_emulators_verdicts_and_print_its_paper()
    {
        var own = Directory.EnumerateFiles(s_stories, "*.yaml").Order().Select(file => StoryReader.Read(file, File.ReadAllBytes(file)));
        var stories = new ConcurrentQueue<Story>(own.Concat(Set));
        var wrong = new ConcurrentQueue<string>();
        Task.WaitAll([.. Enumerable.Range(0, Boards).Select(_ => Task.Factory.StartNew(() => PlayAll(stories, wrong), TaskCreationOptions.LongRunning))]);
        Assert.IsEmpty(wrong, string.Join('\n', wrong));
        Assert.IsEmpty(stories);
    }

    [TestMethod]
    public void The_page_names_the_stories_of_the_set_and_those_whose_paper_is_not_compared()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "rig.md"));
        var rows = Row().Matches(page).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}").ToList();
        CollectionAssert.AreEqual(Set.Select(story => $"{Path.GetFileNameWithoutExtension(story.File)} {(story.PaperHangsOnTime ? "no" : "yes")}").ToList(), rows);
    }

    private static void PlayAll(ConcurrentQueue<Story> stories, ConcurrentQueue<string> wrong)
    {
        using var rig = new DutRig(timeouts: "boot-s: 60");
        using var run = rig.Open();
        while (stories.TryDequeue(out var story))
        {
            if (Difference(run, story) is { } difference) wrong.Enqueue($"{Path.GetFileName(story.File)}: {difference}");
        }
    }

    private static string? Difference(RigRun run, Story story)
    {
        var board = run.Play(story);
        var logs = string.Concat(run.TakeLogs().Where(log => log.Line == "host").Select(log => log.Text));
        var emulator = StoryFiles.Play(story);
        if ((board.Verdict, board.Message) != (emulator.Verdict, emulator.Message)) return $"on the emulator {StoryText.Of(emulator)}, on the board {StoryText.Of(board)}\n{logs}";
        var compared = EmulatorComparison.Of(board);
        return compared.Verdict == board.Verdict ? null : $"{compared.Message}\n{string.Join('\n', board.Paper)}";
    }

    // | `story` | yes |
    [GeneratedRegex(@"^\| `([a-z-]+)` \| (yes|no)\b", RegexOptions.Multiline)]
    private static partial Regex Row();
}
