using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Rig;

/// <summary>Plays on the emulator what passed on a board.</summary>
public static class EmulatorComparison
{
    /// <summary>The board's result; a failure when the emulator comes to another verdict or, where time does not decide it, to other paper.</summary>
    public static StoryResult Of(StoryResult board)
    {
        if (board.Verdict != StoryVerdict.Passed) return board;
        var emulator = new StoryRunner(order => new EmulatorBench(order), board.Seed).Run(board.Story);
        if (emulator.Verdict != StoryVerdict.Passed) return board with { Verdict = StoryVerdict.Failed, Message = $"it passes on the board, but not on the emulator: {emulator.Message}" };
        return !board.Story.PaperHangsOnTime && PaperComparison.Difference(board.Paper, emulator.Paper) is { } difference
            ? board with { Verdict = StoryVerdict.Failed, Message = $"the paper is not the emulator's: {difference}" }
            : board;
    }
}
