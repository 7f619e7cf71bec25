using Nf.Emulator.Host;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>A step that is one command on the host line.</summary>
/// <param name="number">The command.</param>
/// <param name="fields">Its fields, from what was said.</param>
/// <param name="check">Looks at the answer of a command that was carried out.</param>
/// <param name="sells">A receipt must be open before: it is opened when none is.</param>
/// <param name="opens">What it makes of the receipt when it is carried out: open, closed, or null for no change.</param>
internal sealed class HostStep(int number, Func<StoryNode, string[]> fields, Action<StoryNode, DatecsReply>? check = null, bool sells = false, bool? opens = null) : IStepKind
{
    /// <inheritdoc/>
    public void Check(StoryNode said)
    {
        fields(said);
        Outcome.Check(said);
    }

    /// <inheritdoc/>
    public void Play(StoryRun run, StoryNode said)
    {
        if (sells && !run.ReceiptOpen) run.OpenReceipt(said);
        var reply = Outcome.Expect(run, said, () => run.Client.Send(number, fields(said)));
        if (reply is null) return;
        if (opens is { } open) run.ReceiptOpen = open;
        check?.Invoke(said, reply);
    }
}
