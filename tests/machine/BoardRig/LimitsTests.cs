using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Rig.Switches;
using Nf.Emulator.Scenarios.Running;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.BoardRig;

/// <summary>What a rig cannot do is said, and nothing is waited for without a limit.</summary>
[TestClass]
public sealed class LimitsTests
{
    [TestMethod]
    [DataRow("- time comes to: 2026-11-16 09:00", "clock")]
    [DataRow("- fault: journal card out", "card faults")]
    [DataRow("- power cut: { at write: 3, to: working memory }", "cut at write")]
    [DataRow("- expect: { journal: { day: 1, contains: [x] } }", "journal")]
    public void What_needs_more_than_lines_and_switches_is_skipped_and_says_so(string step, string needs)
    {
        using var rig = new DutRig();
        var result = rig.Play($"title: A story\nwhy: It needs what a rig cannot do.\nsteps:\n  {step}\n");
        Assert.AreEqual(StoryVerdict.Skipped, result.Verdict);
        StringAssert.Contains(result.Message, $"needs {needs}");
    }

    [TestMethod]
    public void A_command_that_switches_is_run_and_must_end_well()
    {
        using var folder = new TempFolder();
        var seconds = TimeSpan.FromSeconds(30);
        new CommandSwitch(new SwitchSettings(1, 0, false, $"echo on > '{folder["x"]}'", null), seconds).Set(true);
        Assert.AreEqual("on\n", File.ReadAllText(folder["x"]));
        new CommandSwitch(new SwitchSettings(1, 0, false, "exit 1", null), seconds).Set(false);
        var failed = Assert.ThrowsExactly<SwitchException>(() => new CommandSwitch(new SwitchSettings(1, 0, false, "exit 3", null), seconds).Set(true));
        Assert.AreEqual("\"exit 3\" ended with 3", failed.Message);
        var late = Assert.ThrowsExactly<SwitchException>(() => new CommandSwitch(new SwitchSettings(1, 0, false, "sleep 600", null), TimeSpan.FromMilliseconds(200)).Set(true));
        StringAssert.Contains(late.Message, "did not end within");
    }

    [TestMethod]
    public void A_story_that_takes_longer_than_the_rig_gives_it_is_a_time_out()
    {
        using var rig = new DutRig(timeouts: "story-s: 1");
        var result = rig.Play("title: A story\nwhy: It takes longer than the rig waits.\nsteps:\n  - wait: 2 h\n");
        Assert.AreEqual(StoryVerdict.TimedOut, result.Verdict);
        StringAssert.Contains(result.Message, "the story's limit of 1 s is over");
    }
}
