using System.Net;
using System.Net.Sockets;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>What cannot be used is refused with one line that says what to do, and the right exit code.</summary>
[TestClass]
public sealed class BadInputTests
{
    private const string Day = "@2026-11-16 08:00:00\nS^PÂINE^450^1000^BUC^2^1\nP^1^\n\nZ^\n";

    [TestMethod]
    [DataRow("--nonsense", "--nonsense")]
    [DataRow("play", "FILE")]
    [DataRow("run --http 70000", "port from 0 to 65535")]
    [DataRow("run --host x", "port from 0 to 65535")]
    [DataRow("run --raspuns .", "--bonuri")]
    [DataRow("run --bonuri . --raspuns .", "--raspuns")]
    [DataRow("show", "nf --help")]
    [DataRow("show nothing", "nothing")]
    public void A_wrong_command_line(string arguments, string says)
    {
        var result = NfProcess.Run(arguments.Split(' '));
        Refused(result, says);
    }

    [TestMethod]
    public void A_port_that_is_taken()
    {
        using var folder = new TempFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString();
        Refused(NfProcess.Run("run", "--anaf", "none", "--state", folder.Root, "--http", "0", "--host", port), port);
        Refused(NfProcess.Run("run", "--anaf", "none", "--state", folder.Root, "--http", port, "--host", "0"), port);
    }

    [TestMethod]
    public void A_second_process_on_one_state()
    {
        using var folder = new TempFolder();
        using var first = NfProcess.Start("run", "--anaf", "none", "--state", folder.Root, "--http", "0", "--host", "0");
        first.NextLine();
        Refused(NfProcess.Run("run", "--anaf", "none", "--state", folder.Root, "--http", "0", "--host", "0"), folder.Root);
        Refused(NfProcess.Run("play", FileOf(folder, "day.txt", Day), "--state", folder.Root), folder.Root);
        var shown = NfProcess.Run("show", "status", "--state", folder.Root);
        Assert.AreEqual(0, shown.ExitCode, shown.Error);
        StringAssert.Contains(shown.Output, "1234567890");
    }

    [TestMethod]
    public void A_state_that_is_none()
    {
        using var folder = new TempFolder();
        var file = FileOf(folder, "file", "x");
        Refused(NfProcess.Run("run", "--anaf", "none", "--state", file, "--http", "0", "--host", "0"), "file");
        Refused(NfProcess.Run("run", "--anaf", "none", "--state", Path.Combine(file, "below"), "--http", "0", "--host", "0"), "below");
        Refused(NfProcess.Run("show", "status", "--state", Path.Combine(folder.Root, "missing")), "missing");
    }

    [TestMethod]
    [DataRow("state.json", "{\"format\":2}", "update nf")]
    [DataRow("state.json", "{", "state.json")]
    [DataRow("clock.json", "rubbish", "clock.json")]
    [DataRow("fiscal-memory.bin", "short", "fiscal-memory.bin")]
    [DataRow("working-memory.bin", "short", "working-memory.bin")]
    [DataRow("paper.jsonl", "rubbish\n", "paper.jsonl")]
    public void A_state_with_a_spoilt_file(string name, string content, string says)
    {
        using var folder = new TempFolder();
        var state = Path.Combine(folder.Root, "state");
        Assert.AreEqual(0, NfProcess.Run("play", FileOf(folder, "day.txt", Day), "--state", state).ExitCode);
        var path = Path.Combine(state, name);
        var before = File.ReadAllBytes(path);
        File.WriteAllText(path, content);
        Refused(NfProcess.Run("run", "--anaf", "none", "--state", state, "--http", "0", "--host", "0"), says);
        Assert.AreEqual(content, File.ReadAllText(path), "left as it was found");
        File.WriteAllBytes(path, before);
        StringAssert.Contains(NfProcess.Run("show", "status", "--state", state).Output, "1 made");
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1)]
    public void A_fiscal_memory_of_another_size(int difference)
    {
        using var folder = new TempFolder();
        var state = Path.Combine(folder.Root, "state");
        Assert.AreEqual(0, NfProcess.Run("play", FileOf(folder, "day.txt", Day), "--state", state).ExitCode);
        using (var file = File.OpenWrite(Path.Combine(state, "fiscal-memory.bin"))) file.SetLength(file.Length + difference);
        Refused(NfProcess.Run("run", "--anaf", "none", "--state", state, "--http", "0", "--host", "0"), "fiscal-memory.bin");
        Refused(NfProcess.Run("show", "memory", "--state", state), "fiscal-memory.bin");
    }

    [TestMethod]
    public void Folders_of_the_exchange_that_cannot_be_made()
    {
        using var folder = new TempFolder();
        var state = Path.Combine(folder.Root, "state");
        var file = FileOf(folder, "file", "");
        string[] run = ["run", "--anaf", "none", "--state", state, "--http", "0", "--host", "0", "--bonuri"];
        Refused(NfProcess.Run([.. run, Path.Combine(file, "in")]), "cannot use");
        Refused(NfProcess.Run([.. run, Path.Combine(folder.Root, "in"), "--raspuns", file]), "is a file");
    }

    [TestMethod]
    public void A_folder_without_a_register_has_nothing_to_show()
    {
        using var folder = new TempFolder();
        foreach (var what in new[] { "paper", "journal", "memory", "status" })
            Refused(NfProcess.Run("show", what, "--state", folder.Root), "there is no register");
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.Root));
    }

    [TestMethod]
    [DataRow("S^PÂINE^45", "bad.txt:1")]
    [DataRow("S^PÂINE^450\n", "bad.txt:1")]
    [DataRow("@2026-11-16 08:00:00\nS^PÂINE^99999999999999^1000^BUC^2^1\nP^1^\n", "bad.txt:2")]
    [DataRow("@2026-11-16 08:00:00\nS^PÂINE^450^1000^BUC^9^1\nP^1^\n", "bad.txt:2")]
    [DataRow("S^PÂINE^99999999999999999999^1000^BUC^2^1\nP^1^\n", "bad.txt:1: the price 99999999999999999999 is not from 0 to 999999999")]
    [DataRow("Q^1\n", "bad.txt:1")]
    [DataRow("@yesterday\n", "bad.txt:1")]
    [DataRow("S^PÂINE^450^1000^BUC^2^1\n", "bad.txt:1")]
    public void A_file_that_is_not_the_language(string content, string says)
    {
        using var folder = new TempFolder();
        Refused(NfProcess.Run("play", FileOf(folder, "day.txt", Day), FileOf(folder, "bad.txt", content)), says);
    }

    [TestMethod]
    public void Files_that_cannot_be_read()
    {
        using var folder = new TempFolder();
        Refused(NfProcess.Run("play", Path.Combine(folder.Root, "none.txt")), "none.txt");
        Refused(NfProcess.Run("play", folder.Root), folder.Root);
        var latin = Path.Combine(folder.Root, "latin.txt");
        File.WriteAllBytes(latin, [.. "S^P"u8, 0xE2, .. "INE^450^1000^BUC^2^1\nP^1^\n"u8]);
        Refused(NfProcess.Run("play", latin), "latin.txt:1");
        var rubbish = new byte[4096];
        new Random(7).NextBytes(rubbish);
        var binary = Path.Combine(folder.Root, "binary.txt");
        File.WriteAllBytes(binary, rubbish);
        Refused(NfProcess.Run("play", binary), "binary.txt:");
        Refused(NfProcess.Run("play", FileOf(folder, "day.txt", Day), "--answers", Path.Combine(folder.Root, "no", "answers")), "answers");
    }

    [TestMethod]
    public void Paths_are_seen_from_where_the_caller_stands()
    {
        using var folder = new TempFolder();
        FileOf(folder, "day.txt", Day);
        var result = NfProcess.RunProject(folder.Root, "play", "day.txt", "--state", "state");
        Assert.AreEqual(0, result.ExitCode, result.Error);
        Assert.IsTrue(Directory.Exists(folder["state"]), "the state directory");
    }

    [TestMethod]
    public void An_empty_file_asks_for_nothing()
    {
        using var folder = new TempFolder();
        var result = NfProcess.Run("play", FileOf(folder, "empty.txt", ""));
        Assert.AreEqual(0, result.ExitCode, result.Error);
        Assert.AreEqual("", result.Output);
    }

    [TestMethod]
    public void What_the_register_refuses_is_named_and_the_rest_goes_on()
    {
        using var folder = new TempFolder();
        var day = FileOf(folder, "day.txt", "@2026-11-16 08:00:00\n"
            + "S^PÂINE^450^1000^BUC^2^1\nP^2^9900\n\n"
            + "O^100\n"
            + "S^LAPTE^890^1000^BUC^2^1\nP^1^\n\nZ^\n");
        var answers = Path.Combine(folder.Root, "answers.txt");
        var result = NfProcess.Run("play", day, "--answers", answers);
        Assert.AreEqual(1, result.ExitCode);
        StringAssert.Contains(result.Error, "day.txt:3: refused: -111063");
        StringAssert.Contains(result.Error, "day.txt:5: refused: -111017");
        var lines = File.ReadAllLines(answers);
        Assert.HasCount(4, lines);
        StringAssert.StartsWith(lines[0], "BONOK=0 EROARE=-111063 ");
        Assert.AreEqual("BONOK=1 NRBON=1", lines[2]);
        StringAssert.Contains(result.Output, "BON ANULAT");
    }

    [TestMethod]
    public void A_day_is_not_played_twice_into_one_register()
    {
        using var folder = new TempFolder();
        var state = Path.Combine(folder.Root, "state");
        var day = FileOf(folder, "day.txt", Day);
        Assert.AreEqual(0, NfProcess.Run("play", day, "--state", state).ExitCode);
        var again = NfProcess.Run("play", day, "--state", state);
        Assert.AreEqual(1, again.ExitCode);
        StringAssert.Contains(again.Error, "day.txt:1");
        Assert.AreEqual("", again.Output);
        StringAssert.Contains(NfProcess.Run("show", "status", "--state", state).Output, "1 made");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 24 (1)-(2)")]
    [DataRow("--help", "run,play,show,conformity")]
    [DataRow("run --help", "--state,--http,--host,--bonuri,--raspuns,5080,3999")]
    [DataRow("play --help", "FILE,--state,--answers,--stop-at-refusal")]
    [DataRow("show --help", "paper,journal,memory,status")]
    [DataRow("show memory --help", "--state,--json")]
    [DataRow("conformity --help", "--markdown,--json,--tests")]
    public void Help_names_what_the_reference_names(string arguments, string names)
    {
        var result = NfProcess.Run(arguments.Split(' '));
        Assert.AreEqual(0, result.ExitCode);
        foreach (var name in names.Split(',')) StringAssert.Contains(result.Output, name);
    }

    private static void Refused(NfResult result, string says)
    {
        Assert.AreEqual(2, result.ExitCode, result.Error);
        Assert.AreEqual("", result.Output, "standard output");
        StringAssert.Contains(result.Error, says);
        Assert.AreEqual(1, result.Error.Count(c => c == '\n'), $"one line: {result.Error}");
    }

    private static string FileOf(TempFolder folder, string name, string content)
    {
        var path = Path.Combine(folder.Root, name);
        File.WriteAllText(path, content);
        return path;
    }
}
