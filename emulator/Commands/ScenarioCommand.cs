using System.CommandLine;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Commands;

/// <summary><c>nf scenario</c>: stories played on the emulated register.</summary>
public static class ScenarioCommand
{
    private const int UsualSeed = 1;

    /// <summary>The command with its parts.</summary>
    public static Command Build() => new("scenario", "Plays stories of a shop on the emulated register, and says what came otherwise.")
    {
        Run(), Check(), Schema(),
    };

    private static Command Run()
    {
        var files = Files();
        var junit = new Option<string?>("--junit") { HelpName = "FILE", Description = "Writes the results as JUnit XML." };
        var paper = new Option<string?>("--paper") { HelpName = "DIR", Description = "Writes each story's paper there, a file each; created when it does not exist." };
        var seed = new Option<int>("--seed") { HelpName = "S", Description = "What is random comes from it: the same seed, the same run.", DefaultValueFactory = _ => UsualSeed };
        var command = new Command("run", "Plays stories, one after the other, each on a register of its own.") { files, junit, paper, seed };
        command.SetAction(result => Run(result.GetValue(files)!, result.GetValue(junit), result.GetValue(paper), result.GetValue(seed)));
        return command;
    }

    private static Command Check()
    {
        var files = Files();
        var command = new Command("check", "Reads stories and plays nothing.") { files };
        command.SetAction(result => ReadAll(result.GetValue(files)!) is null ? ExitCode.Unusable : ExitCode.Ok);
        return command;
    }

    private static Command Schema()
    {
        var command = new Command("schema", "Prints the JSON schema of stories, for editors.");
        command.SetAction(_ =>
        {
            Console.Out.Write(StorySchema.Text);
            return ExitCode.Ok;
        });
        return command;
    }

    private static int Run(string[] files, string? junit, string? paper, int seed)
    {
        if (ReadAll(files) is not { } stories) return ExitCode.Unusable;
        if (paper is not null) MakeFolder(paper);
        using var report = junit is null ? null : NamedFile.Create(junit);
        var results = Play(stories, new StoryRunner(order => new EmulatorBench(order), seed));
        if (report is not null) JUnitReport.Write(report, results);
        if (paper is not null) KeepPaper(paper, results);
        Console.Out.WriteLine(Summary(results));
        return CodeOf(results);
    }

    /// <summary>Plays them, and tells of each when it is over.</summary>
    internal static IReadOnlyList<StoryResult> Play(IEnumerable<Story> stories, StoryRunner runner)
    {
        List<StoryResult> results = [];
        foreach (var story in stories)
        {
            var result = runner.Run(story);
            results.Add(result);
            (result.Verdict == StoryVerdict.Passed ? Console.Out : Console.Error).WriteLine(StoryText.Of(result));
        }

        return results;
    }

    /// <summary>All stories; null when one is wrong, after all that is wrong was said.</summary>
    internal static IReadOnlyList<Story>? ReadAll(string[] files)
    {
        List<Story> stories = [];
        foreach (var file in files)
        {
            try
            {
                stories.Add(NamedFile.Read(file, content => StoryReader.Read(file, content)));
            }
            catch (StoryException e)
            {
                Console.Error.WriteLine(e.Message);
            }
        }

        return stories.Count == files.Length ? stories : null;
    }

    /// <summary>The exit code: a time-out outranks a failure, since what came after a register that stands still says little.</summary>
    internal static int CodeOf(IReadOnlyList<StoryResult> results) =>
        results.Any(result => result.Verdict == StoryVerdict.TimedOut) ? ExitCode.TimedOut
        : results.Any(result => result.Verdict == StoryVerdict.Failed) ? ExitCode.Refused : ExitCode.Ok;

    /// <summary>How many ended how.</summary>
    internal static string Summary(IReadOnlyList<StoryResult> results) => string.Join(", ", new[]
    {
        (StoryVerdict.Passed, "passed"), (StoryVerdict.Failed, "failed"), (StoryVerdict.TimedOut, "timed out"), (StoryVerdict.Skipped, "skipped"),
    }.Select(kind => $"{results.Count(result => result.Verdict == kind.Item1)} {kind.Item2}"));

    private static void KeepPaper(string folder, IReadOnlyList<StoryResult> results)
    {
        foreach (var result in results)
        {
            using var file = NamedFile.Create(Path.Combine(folder, Path.GetFileNameWithoutExtension(result.Story.File) + ".paper.txt"));
            foreach (var line in result.Paper) file.WriteLine(line);
        }
    }

    // Before anything is played, so that nothing is played for nothing.
    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"cannot use {folder} for the paper: {e.Message.TrimEnd('.')}; give another folder");
        }
    }

    private static Argument<string[]> Files() => new("FILE") { Description = "Stories, YAML.", Arity = ArgumentArity.OneOrMore };
}
