using Nf.Emulator.Host;
using Nf.Emulator.Rig.Findings;
using Nf.Emulator.Rig.Lines;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Rig.Switches;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;
using Nf.Emulator.Serial;

namespace Nf.Emulator.Rig;

/// <summary>Plays stories on a board in a rig, one after the other.</summary>
/// <example><code>using var rig = new RigRun(settings, seed: 1); var result = rig.Play(story);</code></example>
public sealed class RigRun : IDisposable
{
    private static readonly TimeSpan s_justNow = TimeSpan.FromSeconds(1);

    private readonly RigSettings _settings;
    private readonly RigLines _lines;
    private readonly int _seed;
    private RigFinding? _givenUp;

    /// <param name="seed">What is random in a story comes from it.</param>
    /// <param name="stop">Ends the story that is being played at once.</param>
    public RigRun(RigSettings settings, int seed, CancellationToken stop = default)
    {
        (_settings, _seed) = (settings, seed);
        _lines = new RigLines(settings, stop);
    }

    /// <summary>What was found on the lines in the last story.</summary>
    public IReadOnlyList<RigFinding> Findings { get; private set; } = [];

    /// <summary>Plays one; never throws because of the board.</summary>
    public StoryResult Play(Story story)
    {
        Findings = [];
        if (_givenUp is { } reason) return Ended(story, StoryVerdict.Skipped, $"not played: {reason.What}");
        RigBench? bench = null;
        var limit = story.Limit < _settings.Timeouts.Story ? story.Limit : _settings.Timeouts.Story;
        StoryResult result;
        try
        {
            result = new StoryRunner(order => bench = new RigBench(_settings, _lines, order), _seed).Run(story with { Limit = limit });
        }
        catch (HostLinkException e)
        {
            result = Ended(story, StoryVerdict.TimedOut, $"the board could not be made ready: {e.Message}");
        }
        catch (Exception e) when (e is PreparationException or SwitchException or PortException)
        {
            result = Ended(story, StoryVerdict.Failed, e.Message);
        }

        return result.Verdict == StoryVerdict.Skipped ? result : Diagnosed(result, bench!);
    }

    /// <summary>What went over each line since it was last taken: the line's name and the text of its log.</summary>
    public IEnumerable<(string Line, string Text)> TakeLogs() => _lines.All.Select(line => (line.Name, line.Log.TakeText()));

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private StoryResult Diagnosed(StoryResult result, RigBench bench)
    {
        if (_lines.Stop.IsCancellationRequested) return result with { Verdict = StoryVerdict.Skipped, Message = "not played to its end: the rig was stopped" };
        var heardNow = _lines.HostWatch.Answers > 0 && _lines.Now - _lines.LastSense < s_justNow;
        var answers = result.Verdict == StoryVerdict.Passed || !bench.IsOn || heardNow;
        Findings = new RigDiagnosis(_lines, new SpeedSearch(_lines, _settings.Timeouts.Probe)).Of(answers);
        if (Findings.Count == 0) return result;
        _givenUp = Findings.FirstOrDefault(finding => finding.Kind != FindingKind.Rebooted);
        var passed = result.Verdict == StoryVerdict.Passed;
        string[] lines = [passed ? "everything came as the story says, but" : result.Message, .. Findings.Select(finding => finding.ToString())];
        return result with { Verdict = passed ? StoryVerdict.Failed : result.Verdict, Message = string.Join("\n  ", lines) };
    }

    private StoryResult Ended(Story story, StoryVerdict verdict, string message) => new(story, verdict, story.Start, message, [], [], TimeSpan.Zero, _seed);
}
