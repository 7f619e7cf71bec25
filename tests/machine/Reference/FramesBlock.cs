using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Messages;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Reference;

/// <summary>One block of example frames of docs/reference/datecs.md, played on a register.</summary>
/// <remarks>
/// A block is fenced as <c>frames</c>, for a register fiscalised with the demo shop's data on which nothing was done, as
/// <c>frames new</c>, for one that is not fiscalised, as <c>frames online</c>, for one with module and certificate,
/// as <c>frames provisioned</c>, for one of profile 1 with a network and ANAF's stand-in behind it, or as <c>frames more</c>, for the register of the block before as that
/// left it. Its lines:
/// <code>
/// 48,1\t0001\t1\t\t\t     a command: number, comma, DATA; \t is a TAB
/// &gt; 01 30 ...            the frame that carries it, in hex
/// &lt; 01 30 ...            the frame that answers it
/// = 0\t1\t1\t1234567890\t  DATA of the answer as text; may be left out
/// # no paper               something happens: no paper, paper, rest (everything is printed), network (what was
/// on its way to the server is done), off and on, service switch on or off; "# again" sends
///                          the frame of before once more, and its frames follow
/// </code>
/// A command without frames prepares the next one and must be carried out. SEQ is 20h in the first command on a register
/// and one more in each further one. A failing test prints the block as it should be.
/// </remarks>
internal sealed class FramesBlock
{
    private const byte FirstSequence = 0x20;
    private const string Again = "# again";

    private readonly List<string> _lines = [];
    private readonly string _state;
    private readonly FramesBlock? _before;

    private FramesBlock(string state, FramesBlock? before)
    {
        _state = state;
        _before = before;
    }

    /// <summary>Numbers of the commands that are shown with their frames.</summary>
    public IEnumerable<int> Shown =>
        from i in Enumerable.Range(0, _lines.Count - 1)
        where _lines[i + 1].StartsWith('>') && _lines[i] != Again
        select int.Parse(_lines[i].Split(',')[0]);

    public string Text => string.Join('\n', _lines);

    /// <summary>All blocks of a page.</summary>
    public static IEnumerable<FramesBlock> Of(string page)
    {
        FramesBlock? block = null, before = null;
        foreach (var line in File.ReadLines(page))
        {
            if (line.StartsWith("```frames", StringComparison.Ordinal)) block = new FramesBlock(line["```frames".Length..].Trim(), before);
            else if (line.StartsWith("```", StringComparison.Ordinal) && block is not null)
            {
                yield return block;
                before = block;
                block = null;
            }
            else if (line.Length > 0) block?._lines.Add(line);
        }
    }

    /// <summary>Plays the block; gives it back with the frames that were really exchanged.</summary>
    public string Play()
    {
        using var online = _state == "provisioned" ? Online.OnlineRegister.Provisioned() : null;
        return Play(online?.Register, out _, out _);
    }

    private string Play(TestRegister? provisioned, out TestRegister register, out byte sequence)
    {
        sequence = FirstSequence;
        if (_state == "more") _before!.Play(null, out register, out sequence);
        else register = provisioned ?? (_state == "new" ? new TestRegister() : _state == "online" ? new OnlineRegister().Register : TestRegister.Fiscalised());
        if (_state == "new") register.Machine.PowerOn();
        var channel = new MachineChannel(register.Machine);
        byte[] request = [];
        List<string> played = [];
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (line[0] is '>' or '<' or '=') continue;
            played.Add(line);
            if (line[0] == '#' && line != Again)
            {
                Happen(register, line);
                continue;
            }

            if (line != Again) request = DatecsFrame.Build(sequence++, Command(line), HostText.EncodeData(Data(line)));
            var answer = Exchange(channel, request);
            if (Follows(i, '>'))
            {
                played.Add($"> {Hex(request)}");
                played.Add($"< {Hex(answer)}");
                if (_lines.Skip(i + 1).Take(3).Any(l => l[0] == '=')) played.Add($"= {AnswerText(answer)}");
            }
            else
            {
                Assert.AreEqual(0, DatecsFrame.Parse(answer)!.ErrorCode, $"{line} prepares an example");
            }
        }

        return string.Join('\n', played);
    }

    private static int Command(string line) => int.Parse(line.Split(',')[0]);

    private static string Data(string line) => line.Contains(',') ? line[(line.IndexOf(',') + 1)..].Replace("\\t", "\t") : "";

    private bool Follows(int at, char mark) => at + 1 < _lines.Count && _lines[at + 1][0] == mark;

    private static byte[] Exchange(MachineChannel channel, byte[] request)
    {
        channel.Send(request);
        List<byte> answer = [];
        var buffer = new byte[1];
        while (answer.Count == 0 || answer[^1] != DatecsFrame.Last)
        {
            Assert.IsTrue(channel.TryReceive(buffer, TimeSpan.FromSeconds(1), out _), "no answer");
            if (buffer[0] == DatecsFrame.Syn) continue;
            answer.Add(buffer[0]);
        }

        return [.. answer];
    }

    private static void Happen(TestRegister register, string line)
    {
        switch (line)
        {
            case "# no paper" or "# paper":
                register.Hardware.Printer.PaperLoaded = line == "# paper";
                register.Machine.Idle(TimeSpan.FromSeconds(2));
                break;
            case "# service switch on" or "# service switch off":
                register.Hardware.ServiceJumper.Closed = line == "# service switch on";
                break;
            case "# rest":
                register.Machine.RunToRest();
                break;
            case "# network":
                register.Machine.RunUntil(() => register.Register.IsOnlineQuiet, 900_000_000);
                register.Machine.RunToRest();
                break;
            case "# off and on":
                Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
                break;
            default:
                Assert.Fail($"\"{line}\" is nothing that can happen in an example");
                break;
        }
    }

    private static string AnswerText(byte[] answer) =>
        HostText.Decode(answer.AsSpan(10, Array.IndexOf(answer, (byte)0x04, 10) - 10)).Replace("\t", "\\t");

    private static string Hex(byte[] frame) => string.Join(' ', frame.Select(b => b.ToString("X2")));
}
