using Nf.Tests.Machine.Core;

namespace Nf.Tests.Machine.Online;

/// <summary>
/// Selling never waits for the network or for a signature: each answer comes as soon as on a register without the online
/// module, on the time of a slow board.
/// </summary>
[TestClass]
public sealed class NetworkDelayTests
{
    /// <summary>Longest that an answer may come later, microseconds.</summary>
    private const long Most = 250_000;

    /// <summary>Most instructions of a turn between answers: a command that comes just then waits for it, a quarter of a second.</summary>
    private const long MostATurn = 125_000;

    // The register without a network, the same for every row.
    private static readonly Lazy<(List<(int Command, long Time)> Times, int Confirmed, long LongestTurn)> s_without = new(() => Play(""));

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("works", 1)]
    [DataRow("nobody answers", 0)]
    [DataRow("the server hangs", 0)]
    [DataRow("the answer drips", 1)]
    [DataRow("no cable", 0)]
    [DataRow("modem works", 1)]
    [DataRow("modem without coverage", 0)]
    [DataRow("modem resets", 0)]
    [DataRow("configuration", 1)]
    [DataRow("renewal", 1)]
    public void No_answer_comes_later_because_of_the_network(string network, int confirmed)
    {
        var without = s_without.Value;
        var with = Play(network);
        Assert.HasCount(without.Times.Count, with.Times);
        var later = with.Times.Zip(without.Times, (a, b) => (a.Command, Late: a.Time - b.Time)).MaxBy(pair => pair.Late);
        TestContext.WriteLine($"command {later.Command} is answered {later.Late / 1000} ms later; longest turn {with.LongestTurn} instructions, {without.LongestTurn} without");
        Assert.IsLessThanOrEqualTo(Most, later.Late, $"command {later.Command}");
        Assert.IsLessThanOrEqualTo(MostATurn, with.LongestTurn, "the longest turn");
        Assert.AreEqual(confirmed, with.Confirmed, "the day was on its way meanwhile");
    }

    private static (List<(int Command, long Time)> Times, int Confirmed, long LongestTurn) Play(string network)
    {
        var world = new CountedWorld();
        return ((List<(int, long)>, int, long))world.Run(typeof(CountedSales), nameof(CountedSales.Play), (Func<long>)(() => world.Executed), network)!;
    }
}
