using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary><c>nf rig</c> and <c>nf dut</c> as processes of their own.</summary>
[TestClass]
public sealed class RigCommandTests
{
    private const string Rig = """
        lines:
          host: { port: lines/host }
          printer: { port: lines/printer, pace: 50 }
          display: { port: lines/display }
        relay: { port: lines/relay }
        power: { channel: 1, on-when: released }
        service-switch: { channel: 2 }
        new-register: { channel: 4 }
        """;

    private static readonly string s_sale = Path.Combine(Repository.Root, "emulator", "samples", "scenarios", "simple-sale.yaml");

    [TestMethod]
    public void A_sale_on_the_stand_in_leaves_results_paper_and_wire_logs()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["rig.yaml"], Rig);
        File.WriteAllText(folder["clock.yaml"], "title: The clock is moved\nwhy: A rig cannot reach a board's clock.\nsteps:\n  - time comes to: 2026-11-16 09:00\n");
        using var dut = NfProcess.Start("dut", "--lines", folder["lines"], "--clock", "2026-01-02 03:04:05", "--modem");
        string[] lines = [.. Enumerable.Range(0, 5).Select(_ => dut.NextLine())];
        StringAssert.EndsWith(lines[3], Path.Combine("lines", "modem"));
        var rig = NfProcess.Run("rig", "--config", folder["rig.yaml"], "--out", folder["out"], "--compare", s_sale, folder["clock.yaml"]);
        Assert.AreEqual(0, rig.ExitCode, rig.Error + rig.Output);
        StringAssert.Contains(rig.Output, "1 passed, 0 failed, 0 timed out, 1 skipped");
        StringAssert.Contains(rig.Error, "skipped: needs clock");
        StringAssert.Contains(File.ReadAllText(folder["out/junit.xml"]), "needs clock");
        StringAssert.Contains(File.ReadAllText(folder["out/simple-sale/paper.txt"]), "REST LEI");
        StringAssert.Contains(File.ReadAllText(folder["out/simple-sale/wire-host.txt"]), "- the story begins");
        StringAssert.Contains(File.ReadAllText(folder["out/simple-sale/wire-printer.txt"]), "BON FISCAL");
        StringAssert.Contains(File.ReadAllText(folder["out/report.txt"]), "passed: A simple sale");
    }

    [TestMethod]
    public void Without_a_board_it_fails_and_says_which_port_is_not_there()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["rig.yaml"], Rig);
        var rig = NfProcess.Run("rig", "--config", folder["rig.yaml"], "--out", folder["out"], s_sale);
        Assert.AreEqual(1, rig.ExitCode, rig.Error);
        StringAssert.Contains(rig.Error, "the host line cannot be used: there is no");
        StringAssert.Contains(File.ReadAllText(folder["out/junit.xml"]), "failures=\"1\"");
    }

    [TestMethod]
    [DataRow("rig.yaml:2: host has no baud", "rig", "--config", "rig.yaml", "sale")]
    [DataRow("cannot be read", "rig", "--config", "none.yaml", "sale")]
    [DataRow("--config", "rig", "sale")]
    [DataRow("--clock takes a time", "dut", "--lines", "lines", "--clock", "now")]
    [DataRow("--speed takes a line", "dut", "--lines", "lines", "--speed", "host=1")]
    [DataRow("cannot be made", "dut", "--lines", "rig.yaml")]
    public void What_is_wrong_is_said_and_ends_with_2(string message, params string[] arguments)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["rig.yaml"], Rig.Replace("host: { port", "host: { baud: 9600, port"));
        var result = NfProcess.Run([.. arguments.Select(a => a == "sale" ? s_sale : a.EndsWith(".yaml", StringComparison.Ordinal) || a == "lines" ? folder[a] : a)]);
        Assert.AreEqual(2, result.ExitCode, result.Error + result.Output);
        StringAssert.Contains(result.Error, message);
    }
}
