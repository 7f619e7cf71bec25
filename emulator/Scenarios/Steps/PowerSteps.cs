using Nf.Emulator.Machine;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>The power goes now, or comes back.</summary>
internal sealed class PowerStep : IStepKind
{
    public BenchAbilities Needs(StoryNode said) => BenchAbilities.Power;

    public void Play(StoryRun run, StoryNode said)
    {
        // An open receipt is lost with the power.
        run.ReceiptOpen = false;
        if (said.Text == "off") run.Bench.CutPower();
        else if (run.Bench.IsOn) throw new StoryFailure(said.Place, "a register without power", "it has power: no cut has come");
        else run.Bench.SwitchOn();
    }
}

/// <summary>The power goes later, or in a write.</summary>
internal sealed class PowerCutStep : IStepKind
{
    /// <summary>The word for a cut at a time, whatever the register does then.</summary>
    public const string After = "after";

    private static readonly Dictionary<string, StoreWrite> s_stores = new()
    {
        ["fiscal memory"] = StoreWrite.FiscalMemory,
        ["working memory"] = StoreWrite.WorkingMemory,
        ["module memory"] = StoreWrite.ModuleMemory,
        ["journal card"] = StoreWrite.Card,
        ["drive"] = StoreWrite.Drive,
    };

    private static readonly Dictionary<string, WritePart> s_parts = new()
    {
        ["nothing"] = WritePart.None,
        ["half"] = WritePart.Half,
        ["all"] = WritePart.All,
    };

    public void Check(StoryNode said)
    {
        if (said[After] is null) return;
        foreach (var word in new[] { "to", "done" })
        {
            if (said[word] is not null) throw StoryYaml.Wrong(said.PlaceOf(word), $"'{word}' goes with 'at write'");
        }
    }

    public BenchAbilities Needs(StoryNode said) => said[After] is null ? BenchAbilities.CutAtWrite | BenchAbilities.Power : BenchAbilities.Power;

    public void Play(StoryRun run, StoryNode said)
    {
        if (said[After] is { } after) run.Bench.CutPowerAfter(StoryValues.Duration(after));
        else run.Bench.CutPowerAt(new WriteCut(said["at write"]!.Number, said["to"] is { } store ? s_stores[store.Text] : null, s_parts[said.Or("done", "nothing")]));
    }
}
