using Nf.Emulator.FiscalNet;
using Nf.Emulator.Host;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>Any command of the host protocol.</summary>
internal sealed class CommandStep : IStepKind
{
    private const string Tab = "\\t";

    public void Check(StoryNode said)
    {
        Outcome.Check(said);
        if (new HostCommand(said["number"]!.Number, Data(said), default).FitsFrame) return;
        throw StoryYaml.Wrong(said["data"]!.Place, $"more than {HostCommand.DataMost} bytes of data, which is all that the host protocol can carry");
    }

    public void Play(StoryRun run, StoryNode said)
    {
        var reply = Outcome.Expect(run, said, () => run.Client.SendData(said["number"]!.Number, Data(said)));
        if (reply is null || said["answer"] is not { } wanted) return;
        var got = $"{reply.ErrorCode}{Tab}{string.Concat(reply.Fields.Select(field => field + Tab))}";
        if (got != wanted.Text) throw new StoryFailure(wanted.Place, wanted.Text, got);
    }

    private static string Data(StoryNode said) => said.Or("data", "").Replace(Tab, "\t");
}

/// <summary>Bytes on the host line as they are.</summary>
internal sealed class BytesStep : IStepKind
{
    private static readonly TimeSpan s_silence = TimeSpan.FromMilliseconds(500);

    public void Play(StoryRun run, StoryNode said)
    {
        run.Wire.Send(StoryValues.Bytes(said["send"]!));
        var wanted = said["answer"]!;
        var got = Convert.ToHexString([.. Heard(run)]);
        if (got != Convert.ToHexString(StoryValues.Bytes(wanted))) throw new StoryFailure(wanted.Place, wanted.Text, got);
    }

    // A byte below 20h outside a frame is the register's own word; inside one it is escaped, so 16h is never data.
    private static List<byte> Heard(StoryRun run)
    {
        List<byte> heard = [];
        var buffer = new byte[512];
        while (run.Wire.TryReceive(buffer, s_silence, out var count)) heard.AddRange(buffer.AsSpan(0, count));
        heard.RemoveAll(b => b == DatecsFrame.Syn);
        return heard;
    }
}

/// <summary>The last command once more, byte for byte.</summary>
internal sealed class RepeatStep : IStepKind
{
    public void Check(StoryNode said) => Outcome.Check(said);

    public void Play(StoryRun run, StoryNode said)
    {
        if (!run.CanRepeat) throw new StoryFailure(said.Place, "a command to repeat", "nothing: since the last one the register was asked something by 'expect' or 'says'");
        var before = run.LastReply;
        Outcome.Expect(run, said, run.Client.Repeat);
        if (said["same answer"] is not { } same) return;
        var (wanted, got) = (before is null ? "none" : ScriptText(before), run.LastReply is { } reply ? ScriptText(reply) : "none");
        if (wanted != got) throw new StoryFailure(same.Place, $"the answer of before, {wanted}", got);
    }

    private static string ScriptText(DatecsReply reply) => Scripts.ScriptAnswer.Format(reply);
}
