using Nf.Emulator.Rig.Findings;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Tests.Machine.BoardRig;

/// <summary>What is wrong between rig and board is told apart, each with what to do.</summary>
[TestClass]
public sealed class LineDiagnosisTests
{
    // Past what makes the board ready, and within the story; sent again or not, it is found.
    private const long InTheStory = 750;

    [TestMethod]
    public void A_port_that_is_not_there()
    {
        using var rig = new DutRig();
        rig.Dut.Touch((_, lines) => lines.Display.Unplug());
        Assert.IsTrue(SpinWait.SpinUntil(() => !File.Exists(rig.Port("display")), TimeSpan.FromMinutes(1)));
        Expect(rig, FindingKind.PortMissing, StoryVerdict.Failed, "the display line cannot be used: there is no", "in line 4 of the rig's file");
    }

    [TestMethod]
    public void A_port_that_is_unplugged_in_the_middle()
    {
        using var rig = new DutRig(order => order with { UnplugAfter = InTheStory });
        Expect(rig, FindingKind.PortUnplugged, StoryVerdict.TimedOut, "the host line's port", "went away at", "USB cable");
    }

    [TestMethod]
    public void A_host_line_at_another_speed_and_the_speed_is_found()
    {
        using var rig = new DutRig(order => order with { Speeds = new Dictionary<string, int> { ["host"] = 9600 } });
        Expect(rig, FindingKind.WrongSpeed, StoryVerdict.TimedOut, "set to 115200 baud and the board answers at 9600", "Write speed: 9600 in line 2");
    }

    [TestMethod]
    public void A_printer_line_at_another_speed()
    {
        using var rig = new DutRig(order => order with { Speeds = new Dictionary<string, int> { ["printer"] = 19200 } });
        Expect(rig, FindingKind.WrongSpeed, StoryVerdict.Failed, "on the printer line and make no sense at 115200 baud", "in line 3 of the rig's file");
    }

    [TestMethod]
    public void A_silent_board()
    {
        using var rig = new DutRig(order => order with { Silent = true }, timeouts: "boot-s: 1");
        Expect(rig, FindingKind.SilentBoard, StoryVerdict.TimedOut, "not one byte came from the board, on any line", "Look at power, ground and the relay");
    }

    [TestMethod]
    public void A_board_whose_host_line_alone_is_silent()
    {
        using var rig = new DutRig(order => order with { Deaf = true }, timeouts: "boot-s: 3, probe-ms: 100");
        Expect(rig, FindingKind.SilentLine, StoryVerdict.TimedOut, "never on the host line", "Swap its TX and RX");
    }

    [TestMethod]
    public void A_board_that_answers_and_then_stands_still()
    {
        using var rig = new DutRig(order => order with { StopAfter = InTheStory });
        Expect(rig, FindingKind.Stopped, StoryVerdict.TimedOut, "commands, the last of them", "nor on any other line");
    }

    [TestMethod]
    public void A_board_that_reboots_in_the_middle()
    {
        using var rig = new DutRig(order => order with { RebootAfter = InTheStory });
        using var run = rig.Open();
        var result = run.Play(DutRig.Story(DutRig.TwoSales));
        Assert.AreEqual(FindingKind.Rebooted, run.Findings.FirstOrDefault()?.Kind, result.Message);
        Assert.AreNotEqual(StoryVerdict.Passed, result.Verdict);
        StringAssert.Contains(result.Message, "although the rig did not switch it");
        var again = run.Play(DutRig.Story(DutRig.TwoSales));
        Assert.AreEqual(StoryVerdict.Passed, again.Verdict, $"a board that came back is played on: {again.Message}");
    }

    private static void Expect(DutRig rig, FindingKind kind, StoryVerdict verdict, params string[] words)
    {
        using var run = rig.Open();
        var result = run.Play(DutRig.Story(DutRig.TwoSales));
        Assert.AreEqual(verdict, result.Verdict, result.Message);
        CollectionAssert.Contains(run.Findings.Select(finding => finding.Kind).ToArray(), kind, result.Message);
        foreach (var word in words) StringAssert.Contains(result.Message, word);
        var next = run.Play(DutRig.Story(DutRig.TwoSales));
        Assert.AreEqual(StoryVerdict.Skipped, next.Verdict, "what cannot be reached is not tried again");
        StringAssert.StartsWith(next.Message, "not played: ");
    }
}
