using System.Globalization;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>What ANAF's stand-in got.</summary>
internal sealed class MessagesExpectation : IExpectation
{
    public BenchAbilities Needs => BenchAbilities.Anaf;

    public void Compare(StoryRun run, StoryNode said)
    {
        var mail = run.Bench.Mail;
        Matching.Equal(said["received"], mail.Count.ToString(CultureInfo.InvariantCulture), "messages");
        Acknowledged(said["day acknowledged"], mail, true);
        Acknowledged(said["day missing"], mail, false);
        Matching.Contain(said["contains"], [mail.LastOrDefault()?.Xml ?? ""], "message");
    }

    private static void Acknowledged(StoryNode? said, IReadOnlyList<AnafMail> mail, bool wanted)
    {
        if (said is null || mail.Any(one => one.Z == said.Number && one.Acknowledged) == wanted) return;
        var had = string.Join(", ", mail.Select(one => $"{one.Z?.ToString(CultureInfo.InvariantCulture) ?? "empty"} {(one.Acknowledged ? "acknowledged" : "not acknowledged")}"));
        throw new StoryFailure(said.Place, $"day {said.Text} {(wanted ? "" : "not ")}acknowledged", had.Length == 0 ? "no message" : had);
    }
}
