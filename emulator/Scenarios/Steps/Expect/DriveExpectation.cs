using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>The files on the external drive.</summary>
internal sealed class DriveExpectation : IExpectation
{
    public BenchAbilities Needs => BenchAbilities.Drive;

    public void Compare(StoryRun run, StoryNode said)
    {
        var files = run.Bench.DriveFiles;
        Matching.Contain(said["files"], files, "a file");
        if (said["empty"] is { } empty && files.Count > 0) throw new StoryFailure(empty.Place, "an empty drive", string.Join(", ", files));
    }
}
