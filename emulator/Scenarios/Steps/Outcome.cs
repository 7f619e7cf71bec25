using Nf.Emulator.FiscalNet;
using Nf.Emulator.Host;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>What a step says that a command comes to: carried out, refused, or not answered.</summary>
internal static class Outcome
{
    private const string Refused = "refused";
    private const string Says = "says";
    private const string NoAnswer = "no answer";
    private const int Explain = 100;

    /// <summary>Looks at what the schema cannot check.</summary>
    public static void Check(StoryNode said)
    {
        if (said[Refused] is { } error) StoryValues.Error(error);
        if (said[Says] is { } says && said[Refused] is null) throw StoryYaml.Wrong(says.Place, "'says' goes with 'refused'");
        if (said[NoAnswer] is { } silence && said[Refused] is not null) throw StoryYaml.Wrong(silence.Place, "either refused or no answer");
    }

    /// <summary>Sends, and compares what comes with what was said.</summary>
    /// <returns>The answer of a command that was carried out; null when it was not, as the story says.</returns>
    public static DatecsReply? Expect(StoryRun run, StoryNode said, Func<DatecsReply> send)
    {
        DatecsReply reply;
        try
        {
            reply = run.Exchange(send);
        }
        catch (HostLinkException e)
        {
            if (said[NoAnswer] is not null) return null;
            throw new StoryTimeout(said.Place, run.Bench.IsOn ? e.Message : "no answer: the register is switched off");
        }

        if (said[NoAnswer] is { } silence) throw new StoryFailure(silence.Place, "no answer", $"the answer {ErrorOf(run, reply)}");
        if (said[Refused] is not { } refused) return reply.Ok ? reply : throw new StoryFailure(said.Place, "carried out", $"refused: {ErrorOf(run, reply)}");
        var error = StoryValues.Error(refused);
        if (reply.Ok || FiscalNetAnswer.ErrorOf(reply) != error) throw new StoryFailure(refused.Place, $"refused: {(int)error} {error}", ErrorOf(run, reply));
        if (said[Says] is { } says) CheckWords(run, says, (int)error);
        return null;
    }

    private static void CheckWords(StoryRun run, StoryNode says, int error)
    {
        var words = Words(run, error);
        if (!words.Contains(says.Text, StringComparison.Ordinal)) throw new StoryFailure(says.Place, $"\"{says.Text}\"", $"\"{words}\"");
    }

    // The register's own words, asked over the line, so that a board's are a board's.
    private static string Words(StoryRun run, int error)
    {
        try
        {
            return run.Client.Send(Explain, $"{error}").Fields.LastOrDefault() ?? "";
        }
        catch (HostLinkException)
        {
            return "";
        }
    }

    private static string ErrorOf(StoryRun run, DatecsReply reply)
    {
        if (reply.Ok) return $"carried out: {reply.Command} 0 {string.Join(' ', reply.Fields)}".TrimEnd();
        var error = FiscalNetAnswer.ErrorOf(reply);
        return $"{(int)error} {(Enum.IsDefined(error) ? error : FiscalError.CommandSyntax)} {Words(run, (int)error)}";
    }
}
