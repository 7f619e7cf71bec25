using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>Whether a receipt is open.</summary>
internal sealed class ReceiptExpectation : IExpectation
{
    private const int Transaction = 76;
    private const string Open = "1";

    public void Compare(StoryRun run, StoryNode said) =>
        Matching.Equal(said, run.Ask(said, Transaction).Fields[0] == Open ? "open" : "closed", "receipt");
}
