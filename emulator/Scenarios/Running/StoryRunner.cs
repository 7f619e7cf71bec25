using Nf.Emulator.Host;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;

namespace Nf.Emulator.Scenarios.Running;

/// <summary>Plays stories, each on a bench of its own.</summary>
/// <remarks><code>var result = new StoryRunner(order => new EmulatorBench(order), seed: 1).Run(story);</code></remarks>
/// <param name="makeBench">Makes the bench; the register is fiscalised, switched on, and as the order says.</param>
/// <param name="seed">What is random comes from it.</param>
public sealed class StoryRunner(Func<BenchOrder, IScenarioBench> makeBench, int seed)
{
    /// <summary>Plays a story to its end.</summary>
    public StoryResult Run(Story story)
    {
        using var bench = makeBench(story.Order with { Seed = seed });
        if ((story.Needs & ~bench.Can) is not BenchAbilities.None and var missing) return End(story, bench, null, StoryVerdict.Skipped, story.Start, $"needs {Words(missing)}");
        var run = new StoryRun(story, bench, seed);
        try
        {
            Play(run);
            return End(story, bench, run, StoryVerdict.Passed, story.Start, "");
        }
        catch (StoryFailure e)
        {
            return End(story, bench, run, StoryVerdict.Failed, e.Place, e.Message);
        }
        catch (StoryTimeout e)
        {
            return End(story, bench, run, StoryVerdict.TimedOut, e.Place, e.Message);
        }
    }

    private static void Play(StoryRun run)
    {
        try
        {
            run.Introduce();
        }
        catch (HostLinkException e)
        {
            throw new StoryTimeout(run.Story.Start, $"before the first step: {e.Message}");
        }

        foreach (var step in run.Story.Steps)
        {
            step.Kind.Play(run, step.Said);
            if (run.Bench.Elapsed > run.Story.Limit)
                throw new StoryTimeout(step.Place, $"the story's limit of {run.Story.Limit.TotalSeconds:0} s is over: {run.Bench.Elapsed.TotalSeconds:0} s of the register's time");
        }

        // What the last step has printed belongs to the story's paper.
        run.Bench.Settle();
    }

    private StoryResult End(Story story, IScenarioBench bench, StoryRun? run, StoryVerdict verdict, StoryPlace place, string message) =>
        new(story, verdict, place, message, [.. bench.Paper], run?.Wire.Entries ?? [], bench.Elapsed, seed);

    // The names of the abilities are words, written together.
    private static string Words(BenchAbilities abilities) => string.Join(", ", abilities.ToString().Split(", ").Select(name =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"))));
}
