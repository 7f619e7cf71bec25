using System.Collections.Concurrent;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>A power cut at every durable write of a short day, each torn at several bytes: nothing lost, nothing twice.</summary>
[TestClass]
public sealed class PowerCutTests
{
    private const int Seed = 20261124;

    /// <summary>Names one run: "write:bytes", or several joined by commas, as a failure prints it.</summary>
    private const string Variable = "NF_CUT";

    [TestMethod]
    public void Day_without_a_cut_is_as_planned()
    {
        var day = new DayRun();
        Assert.AreEqual(0, day.Cuts);
        DayCheck.Holds(day, DayCheck.Of(day));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 D")]
    [Article("HG 479/2003, norme art. 29 e)")]
    [Article("HG 479/2003, norme art. 33 C a)")]
    [Article("HG 479/2003, norme art. 39 (3)")]
    [Article("HG 479/2003, norme art. 63 (7) g)")]
    [Article("HG 479/2003, norme art. 64 (1)")]
    [Article("OUG 28/1999 art. 3 (3) f)")]
    public void Every_write_torn_at_several_bytes()
    {
        var writes = WritesOfTheDay();
        var cuts = writes.SelectMany((size, number) => Cuts.Tears(size).Select(bytes => new[] { ((long)number, bytes) })).ToArray();
        Assert.IsTrue(cuts.Length > 1000, $"only {cuts.Length} cuts");
        RunAll(cuts, mustCut: 1);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 D")]
    [Article("HG 479/2003, norme art. 29 e)")]
    [Article("OUG 28/1999 art. 3 (3) f)")]
    public void A_second_cut_while_the_first_is_being_repaired()
    {
        var writes = WritesOfTheDay();
        var random = new Random(Seed);
        var pairs = Enumerable.Range(0, 600).Select(_ =>
        {
            long first = random.Next(writes.Count);
            return new[] { (first, Tear(random)), (first + 1 + random.Next(6), Tear(random)) };
        }).ToArray();
        RunAll(pairs, mustCut: 1);
    }

    /// <summary>Runs the cut that the environment names; without one, a cut in the middle of a commit.</summary>
    [TestMethod]
    public void One_cut_again()
    {
        var named = Environment.GetEnvironmentVariable(Variable) ?? "100:7";
        var cuts = named.Split(',').Select(cut => cut.Split(':')).Select(p => (long.Parse(p[0]), int.Parse(p[1]))).ToArray();
        var run = new DayRun(cuts);
        Assert.IsTrue(run.Cuts > 0, "the cut did not happen");
        DayCheck.Holds(run, DayCheck.Of(new DayRun()));
    }

    private static void RunAll((long Write, int Bytes)[][] runs, int mustCut)
    {
        var good = DayCheck.Of(new DayRun());
        var failures = new ConcurrentBag<string>();
        Parallel.ForEach(runs, cuts =>
        {
            try
            {
                var run = new DayRun(cuts);
                Assert.IsTrue(run.Cuts >= mustCut, "the cut did not happen");
                DayCheck.Holds(run, good);
            }
            catch (Exception e)
            {
                failures.Add($"{Variable}={string.Join(',', cuts.Select(c => $"{c.Write}:{c.Bytes}"))} {e.Message}");
            }
        });
        Assert.IsTrue(failures.IsEmpty, $"{failures.Count} of {runs.Length} runs failed. To run one alone set {Variable} and run "
            + $"dotnet test --filter {nameof(One_cut_again)}\n" + string.Join('\n', failures.Order().Take(12)));
    }

    private static List<int> WritesOfTheDay()
    {
        var sizes = new List<int>();
        _ = new DayRun((_, size) => sizes.Add(size));
        return sizes;
    }

    private static int Tear(Random random) => random.Next(3) switch { 0 => 0, 1 => random.Next(1, 64), _ => int.MaxValue };
}
