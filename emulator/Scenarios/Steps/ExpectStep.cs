using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;
using Nf.Emulator.Scenarios.Steps.Expect;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>What must be true once the register has finished what goes on by itself.</summary>
internal sealed class ExpectStep : IStepKind
{
    private static readonly Dictionary<string, IExpectation> s_expectations = new()
    {
        ["paper"] = new PaperExpectation(),
        ["display"] = new DisplayExpectation(),
        ["status"] = new StatusExpectation(),
        ["day"] = new DayExpectation(),
        ["last Z"] = new LastZExpectation(),
        ["receipt"] = new ReceiptExpectation(),
        ["messages"] = new MessagesExpectation(),
        ["unsent days"] = new UnsentExpectation(),
        ["journal"] = new JournalExpectation(),
        ["drive"] = new DriveExpectation(),
    };

    public void Check(StoryNode said)
    {
        foreach (var (word, value) in said.Entries) s_expectations[word].Check(value);
    }

    public BenchAbilities Needs(StoryNode said) =>
        said.Entries.Aggregate(BenchAbilities.None, (needs, entry) => needs | s_expectations[entry.Word].Needs);

    public void Play(StoryRun run, StoryNode said)
    {
        run.Bench.Settle();
        foreach (var (word, value) in said.Entries) s_expectations[word].Compare(run, value);
    }
}
