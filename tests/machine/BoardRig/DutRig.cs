using Nf.Emulator.Dut;
using Nf.Emulator.Rig;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.BoardRig;

/// <summary>A rig with the stand-in for a board at the other end of its lines, in real time in this process.</summary>
/// <remarks>Whatever waits here waits for something to happen; its limits are for a machine that hangs.</remarks>
internal sealed class DutRig : IDisposable
{
    /// <summary>Two sales: what most diagnoses are found in.</summary>
    public const string TwoSales = """
        title: Two sales
        why: Bytes go to and fro for a while.
        steps:
          - sell: { article: Pâine, price: "5.50", group: B }
          - sell: { article: Lapte, price: "7.20", group: B }
          - sell: { article: Săpun, price: "4.00", group: A }
          - sell: { article: Caiet, price: "3.10", group: A }
          - sell: { article: Creion, price: "1.10", group: A }
          - pay: { by: cash }
          - close:
          - wait until rest: {}
          - sell: { article: Mere, price: "2.00", group: B }
          - pay: { by: cash }
          - close:
          - wait until rest: {}
        """;

    private readonly TempFolder _folder = new();

    /// <param name="change">What the stand-in is like.</param>
    /// <param name="host">More of the host line in the rig's file.</param>
    /// <param name="printer">More of the printer's line.</param>
    /// <param name="timeouts">The rig's time limits; a short one for a board that will not greet.</param>
    public DutRig(Func<DutOrder, DutOrder>? change = null, string host = "", string printer = "", string timeouts = "boot-s: 3, story-s: 120")
    {
        var order = new DutOrder(_folder["lines"]);
        Dut = LiveDut.Start(change?.Invoke(order) ?? order);
        File = _folder["rig.yaml"];
        System.IO.File.WriteAllText(File, $$"""
            lines:
              host: { port: lines/host{{host}} }
              printer: { port: lines/printer, pace: 50{{printer}} }
              display: { port: lines/display }
            relay: { port: lines/relay }
            power: { channel: 1, on-when: released }
            service-switch: { channel: 2 }
            reset: { channel: 3 }
            new-register: { channel: 4 }
            timeouts: { {{timeouts}} }
            """);
    }

    public LiveDut Dut { get; }

    /// <summary>The rig's file.</summary>
    public string File { get; }

    /// <summary>Path of a line's link.</summary>
    public string Port(string line) => _folder[Path.Combine("lines", line)];

    /// <summary>Opens the rig.</summary>
    public RigRun Open() => new(RigSettingsReader.Read(File), seed: 1);

    /// <summary>Plays one story on a rig of its own.</summary>
    public StoryResult Play(string story)
    {
        using var rig = Open();
        return rig.Play(Story(story));
    }

    /// <summary>A story from its text.</summary>
    public static Story Story(string text) => StoryReader.Read("story.yaml", System.Text.Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        Dut.Dispose();
        _folder.Dispose();
    }
}
