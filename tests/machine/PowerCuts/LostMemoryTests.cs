using System.Collections.Concurrent;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>The working memory lost at every durable write of a short day: rebuilt from the journal, and in the rebuilding again.</summary>
[TestClass]
public sealed class LostMemoryTests
{
    private const int Seed = 20261125;

    /// <summary>Names one run as a failure prints it: "write:bytes:late" and, joined by commas, "writes:bytes:lose" while it mends.</summary>
    private const string Variable = "NF_LOSS";

    private static readonly List<int> Writes = [];
    private static readonly LostMemoryRun Good = new((_, size) => Writes.Add(size));
    private static readonly LostMemoryRun[] Without = [.. Enumerable.Range(0, ShortDay.Units.Length).Select(unit => new LostMemoryRun(without: unit))];

    [TestMethod]
    public void At_every_write_torn_at_several_bytes() =>
        RunAll(Writes.SelectMany((size, number) => Cuts.Tears(size).Select((bytes, i) => new Loss((number, bytes), (number + i) % 2 == 0, []))));

    [TestMethod]
    public void And_the_power_goes_while_it_is_rebuilt()
    {
        var random = new Random(Seed);
        RunAll(Enumerable.Range(0, 1500).Select(_ => new Loss((random.Next(Writes.Count), random.Next(300)), random.Next(2) == 0,
            [(random.Next(8), random.Next(300), false), (random.Next(8), random.Next(300), false)])));
    }

    [TestMethod]
    public void And_the_memory_is_lost_again_while_it_is_rebuilt()
    {
        var random = new Random(Seed + 1);
        RunAll(Enumerable.Range(0, 1500).Select(_ => new Loss((random.Next(Writes.Count), random.Next(300)), random.Next(2) == 0,
            [(random.Next(8), random.Next(300), true), (random.Next(8), random.Next(300), random.Next(2) == 0)])));
    }

    /// <summary>Runs the loss that the environment names; without one, a loss in the middle of a receipt on its way to the journal.</summary>
    [TestMethod]
    public void One_loss_again()
    {
        var parts = (Environment.GetEnvironmentVariable(Variable) ?? "100:7:False").Split(',').Select(p => p.Split(':')).ToArray();
        var again = parts.Skip(1).Select(p => (int.Parse(p[0]), int.Parse(p[1]), bool.Parse(p[2]))).ToArray();
        LostMemoryCheck.Holds(new LostMemoryRun((long.Parse(parts[0][0]), int.Parse(parts[0][1])), bool.Parse(parts[0][2]), again), Good, Without);
    }

    private static void RunAll(IEnumerable<Loss> losses)
    {
        var failures = new ConcurrentBag<string>();
        var runs = 0;
        Parallel.ForEach(losses, loss =>
        {
            Interlocked.Increment(ref runs);
            try
            {
                var run = new LostMemoryRun(loss.Cut, loss.Late, loss.Again);
                Assert.IsGreaterThan(0, run.Losses, "the cut did not happen");
                LostMemoryCheck.Holds(run, Good, Without);
            }
            catch (Exception e)
            {
                failures.Add($"{Variable}={loss} {e.Message}");
            }
        });
        Assert.IsGreaterThan(1000, runs, "losses");
        Assert.IsTrue(failures.IsEmpty, $"{failures.Count} of {runs} runs failed. To run one alone set {Variable} and run "
            + $"dotnet test --filter {nameof(One_loss_again)}\n" + string.Join('\n', failures.Order().Take(12)));
    }

    private sealed record Loss((long Write, int Bytes) Cut, bool Late, (int Writes, int Bytes, bool Lose)[] Again)
    {
        public override string ToString() => string.Join(',', Again.Select(a => $"{a.Writes}:{a.Bytes}:{a.Lose}").Prepend($"{Cut.Write}:{Cut.Bytes}:{Late}"));
    }
}
