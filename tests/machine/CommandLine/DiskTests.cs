using System.Text.Json;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>Disks that are full, fill up or cannot be written: one line that says so, and nothing lost.</summary>
[TestClass]
public sealed class DiskTests : IDisposable
{
    /// <summary>Room for the memories' images and for the sample day's paper and journal until some time before its X report.</summary>
    private const string HalfADay = "size=5216k";

    private readonly TempFolder _temp = new();

    public TestContext TestContext { get; set; } = null!;

    private static string SampleDay => Path.Combine(AppContext.BaseDirectory, "samples", "corner-shop-day.txt");

    public void Dispose() => _temp.Dispose();

    [TestMethod]
    [DataRow("show paper")]
    [DataRow("show memory --json")]
    [DataRow("run --http 0 --host 0")]
    public void Standard_output_is_full(string arguments)
    {
        Assert.AreEqual(0, NfProcess.Run("play", SampleDay, "--state", _temp["state"]).ExitCode);
        Refused(ToFull([.. arguments.Split(' '), "--state", _temp["state"]]), "cannot write the results");
    }

    [TestMethod]
    public void Standard_output_is_full_of_paper() =>
        Refused(ToFull("play", SampleDay, "--answers", _temp["answers"]), "cannot write the results");

    [TestMethod]
    public void The_answers_file_is_full() => Refused(NfProcess.Run("play", SampleDay, "--answers", "/dev/full"), "/dev/full");

    [TestMethod]
    public void The_disk_fills_up_in_the_middle_of_a_day()
    {
        var script = $"nf play {SampleDay} --state {_temp["disk/state"]} --answers {_temp["answers"]}; code=$?; cp -r {_temp["disk/state"]} {_temp["after"]}; exit $code";
        if (OnDisk(HalfADay, script) is not { } result) return;
        Assert.AreEqual(2, result.ExitCode, result.Error);
        AssertOneLine(result, "is full: free some space");
        var answered = File.ReadAllLines(_temp["answers"]).Count(line => line.StartsWith("BONOK=1 ", StringComparison.Ordinal));
        Assert.IsInRange(10, 45, answered);
        TheDayGoesOnFrom(_temp["after"], answered);
    }

    [TestMethod]
    public void The_disk_is_read_only()
    {
        Assert.AreEqual(0, NfProcess.Run("play", SampleDay, "--state", _temp["state"]).ExitCode);
        var mount = $"cp -r {_temp["state"]} {_temp["disk"]} && mount -o remount,ro {_temp["disk"]} && ";
        var state = _temp["disk/state"];
        if (OnDisk("size=8m", $"{mount} nf run --http 0 --host 0 --state {state}") is not { } run) return;
        Refused(run, "no permission to use");
        Refused(OnDisk("size=8m", $"{mount} nf play {SampleDay} --state {state}")!, "no permission to use");
        var shown = OnDisk("size=8m", $"{mount} nf show status --state {state}")!;
        Assert.AreEqual(0, shown.ExitCode, shown.Error);
        StringAssert.Contains(shown.Output, "1 made");
    }

    // The first answer is the service sum's; what was answered is in the register, and it closes its day.
    private void TheDayGoesOnFrom(string state, int answered)
    {
        using var status = JsonDocument.Parse(NfProcess.Run("show", "status", "--json", "--state", state).Output);
        Assert.AreEqual("ready", status.RootElement.GetProperty("mode").GetString());
        var day = status.RootElement.GetProperty("day");
        var made = day.GetProperty("receipts").GetInt32() + day.GetProperty("cancelled").GetInt32();
        Assert.IsInRange(answered - 1, answered, made, "what was answered is there, and at most one more");
        File.WriteAllText(_temp["z.txt"], "Z^\n");
        var z = NfProcess.Run("play", _temp["z.txt"], "--state", state);
        Assert.AreEqual(0, z.ExitCode, z.Error);
        StringAssert.Contains(NfProcess.Run("show", "journal", "--state", state).Output, "holds");
    }

    // A small disk of its own, seen by these processes only; it is gone with them.
    private NfResult? OnDisk(string options, string script)
    {
        Directory.CreateDirectory(_temp["disk"]);
        var nf = $"nf() {{ {NfProcess.DotNet} {NfProcess.Program} \"$@\"; }}";
        var result = NfProcess.RunOther("unshare", "-rm", "sh", "-c", $"mount -t tmpfs -o {options} tmpfs {_temp["disk"]} || exit 99; {nf}; {script}");
        if (result is { ExitCode: not 99 } && !result.Error.StartsWith("unshare:", StringComparison.Ordinal)) return result;
        TestContext.WriteLine($"not tested: this system lets nobody mount a disk for a test ({result?.Error ?? "no unshare"})");
        return null;
    }

    // /dev/full takes nothing, as every disk that is full.
    private static NfResult ToFull(params string[] arguments) =>
        NfProcess.RunOther("sh", ["-c", "exec \"$@\" > /dev/full", "sh", NfProcess.DotNet, NfProcess.Program, .. arguments])!;

    private static void Refused(NfResult result, string says)
    {
        Assert.AreEqual(2, result.ExitCode, result.Error);
        Assert.AreEqual("", result.Output, "standard output");
        AssertOneLine(result, says);
    }

    private static void AssertOneLine(NfResult result, string says)
    {
        StringAssert.Contains(result.Error, says);
        Assert.AreEqual(1, result.Error.Count(c => c == '\n'), $"one line: {result.Error}");
    }
}
