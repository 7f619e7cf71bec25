using Nf.Fuzz;

namespace Nf.Tests.Machine.Fuzz;

/// <summary>Each fuzzing target over its corpus and over seeded changes of it; the long runs are tests/fuzz/run's.</summary>
[TestClass]
public sealed class FuzzTargetsTests
{
    private const int Seed = 20261124;
    private const int Executions = 20_000;

    public static IEnumerable<object[]> Targets => FuzzTargets.All.Select(target => new object[] { target.Name });

    [TestMethod]
    [DynamicData(nameof(Targets))]
    public void A_target_survives_its_corpus_and_changes_of_it(string name)
    {
        var target = FuzzTargets.Find(name);
        var corpus = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "fuzz", "corpus", name)).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).ToList();
        Assert.IsNotEmpty(corpus);
        foreach (var data in corpus) target.Run(data);
        var mutator = new Mutator(Seed);
        for (var i = 0; i < Executions; i++)
        {
            var data = mutator.Change(corpus[mutator.Next(corpus.Count)], corpus[mutator.Next(corpus.Count)]);
            try
            {
                target.Run(data);
            }
            catch (Exception error)
            {
                Assert.Fail($"{name}, change {i}: {Convert.ToHexString(data)}: {error}");
            }
        }
    }

    [TestMethod]
    public void A_target_that_throws_is_found()
    {
        Assert.ThrowsExactly<InvalidOperationException>(() => FuzzTargets.Check(false, "broken"));
        Assert.ThrowsExactly<ArgumentException>(() => FuzzTargets.Find("nothing"));
    }
}
