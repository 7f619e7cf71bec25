using System.Text.Json;
using Nf.Emulator.Host;
using Nf.Emulator.Peripherals;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>SIGKILL at moments that chance picks while <c>nf run --bonuri</c> takes files: each is printed once and answered.</summary>
[TestClass]
public sealed class KilledFolderTests
{
    private const int Seed = 20261124;
    private const int Kills = 15;
    private const int FilesBetweenKills = 4;

    private readonly Random _random = new(Seed);

    [TestMethod]
    public void Killed_at_any_moment_it_prints_each_file_once_and_answers_it()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["Bonuri"]);
        var ledger = new HostLedger();
        List<string> files = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            for (var i = 0; i < FilesBetweenKills; i++) files.Add(Drop(folder, files.Count, ledger));
            using var nf = Start(folder);
            var taken = files[^_random.Next(1, FilesBetweenKills + 1)];
            var path = Path.Combine(folder["Bonuri"], taken);
            Assert.IsTrue(SpinWait.SpinUntil(() => !File.Exists(path), NfProcess.Limit), $"{taken} is not taken");
            Thread.SpinWait(1 << _random.Next(22));
            nf.Kill();
        }

        using (var last = Start(folder))
        {
            Assert.IsTrue(SpinWait.SpinUntil(() => Directory.GetFiles(folder["Raspuns"], "*.txt").Length == files.Count, NfProcess.Limit), "answers are missing");
            last.Kill();
        }

        new KilledState(folder["state"], ledger).OpenDayHolds();
        var numbers = files.Select(file => File.ReadAllLines(Path.Combine(folder["Raspuns"], file))).ToList();
        foreach (var (lines, i) in numbers.Select((lines, i) => (lines, i)))
            CollectionAssert.AreEqual(new[] { "BONOK=1", $"NRBON={i + 1}" }, lines, files[i]);
        Assert.IsEmpty(Directory.GetFiles(folder["Bonuri"], "*", SearchOption.AllDirectories));
    }

    /// <summary>Killed with the receipt issued and its answer still to be written, and then used by another host: not issued again.</summary>
    [TestMethod]
    public void Killed_before_its_answer_and_used_by_others_it_answers_with_the_first_receipt()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["Bonuri"]);
        var ledger = new HostLedger();
        using (var first = Start(folder))
        {
            for (var line = 0; line < 5; line++) first.NextLine();
            Directory.Delete(folder["Raspuns"]);
            File.WriteAllText(folder["Raspuns"], "no folder: answers cannot be written");
            Drop(folder, 0, ledger);
            Assert.IsTrue(SpinWait.SpinUntil(() => IsOnPaper(folder), NfProcess.Limit), "no receipt");
            StringAssert.Contains(first.Kill().Error, "cannot be used now");
        }

        using (var other = NfProcess.Start("run", "--anaf", "none", "--state", folder["state"], "--http", "0", "--host", "0"))
        {
            other.NextLine();
            using var channel = new TcpHostChannel("127.0.0.1", int.Parse(other.NextLine().Split(':')[^1]));
            var host = new DatecsClient(channel);
            Assert.IsTrue(host.SendData(48, "1\t0001\t1\t\t\t").Ok);
            Assert.IsTrue(host.SendData(49, "Lapte\t2\t8.90\t1.000\t\t\t1\tBUC\t").Ok);
            Assert.IsTrue(host.SendData(53, "0\t\t").Ok);
            Assert.AreEqual("2", host.SendData(56, "").Fields[0]);
            other.Kill();
        }

        File.Delete(folder["Raspuns"]);
        using var last = Start(folder);
        Assert.IsTrue(SpinWait.SpinUntil(() => Directory.Exists(folder["Raspuns"]) && Directory.GetFiles(folder["Raspuns"], "*.txt").Length == 1, NfProcess.Limit), "no answer");
        CollectionAssert.AreEqual(new[] { "BONOK=1", "NRBON=1" }, File.ReadAllLines(folder["Raspuns/bon0000.txt"]));
        last.Kill();
        var status = NfProcess.Run("show", "status", "--json", "--state", folder["state"]).Output;
        Assert.AreEqual(2, JsonDocument.Parse(status).RootElement.GetProperty("day").GetProperty("receipts").GetInt32());
    }

    private static bool IsOnPaper(TempFolder folder) => File.Exists(folder["state/paper.jsonl"])
        && PaperRollFile.Read(folder["state/paper.jsonl"]).Any(line => line.Text.Contains("BON FISCAL", StringComparison.Ordinal));

    private static NfProcess Start(TempFolder folder) => NfProcess.Start(
        "run", "--anaf", "none", "--state", folder["state"], "--http", "0", "--host", "0", "--bonuri", folder["Bonuri"]);

    private string Drop(TempFolder folder, int number, HostLedger ledger)
    {
        var item = new SoldItem(_random.Next(5), _random.Next(50, 5000) / 100m, 1000);
        ledger.Enter([item], 0);
        var name = $"bon{number:0000}.txt";
        var path = Path.Combine(folder["Bonuri"], name);
        File.WriteAllText(path, $"S^ARTICOL {number}^{item.Price * 100:0}^1000^BUC^{item.Group + 1}^1\nP^1^99900\n");
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 16).AddSeconds(number));
        return name;
    }
}
