using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>The status bits, in words (docs/reference/datecs.md, status bytes).</summary>
internal sealed class StatusExpectation : IExpectation
{
    private const int Status = 74;

    private static readonly Dictionary<string, (int Byte, int Bit)> s_bits = new()
    {
        ["cover open"] = (0, 6),
        ["printer fault"] = (0, 4),
        ["clock unusable"] = (0, 2),
        ["24 hours passed"] = (1, 2),
        ["non-fiscal document open"] = (2, 5),
        ["journal nearly full"] = (2, 4),
        ["receipt open"] = (2, 3),
        ["journal full or missing"] = (2, 2),
        ["paper near end"] = (2, 1),
        ["no paper"] = (2, 0),
        ["fiscal memory missing"] = (4, 6),
        ["fiscal memory full"] = (4, 4),
        ["fiscalised"] = (5, 3),
    };

    public void Compare(StoryRun run, StoryNode said)
    {
        var status = run.Ask(said, Status).Status;
        var set = s_bits.Where(bit => (status[bit.Value.Byte] >> bit.Value.Bit & 1) == 1).Select(bit => bit.Key).ToList();
        foreach (var bit in said["has"]?.Items ?? [])
        {
            if (!set.Contains(bit.Text)) throw new StoryFailure(bit.Place, $"status \"{bit.Text}\"", string.Join(", ", set));
        }

        foreach (var bit in said["has not"]?.Items ?? [])
        {
            if (set.Contains(bit.Text)) throw new StoryFailure(bit.Place, $"no status \"{bit.Text}\"", string.Join(", ", set));
        }
    }
}
