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

    private static NfProcess Start(TempFolder folder) => NfProcess.Start(
        "run", "--state", folder["state"], "--http", "0", "--host", "0", "--bonuri", folder["Bonuri"]);

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
