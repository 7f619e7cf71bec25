using System.Globalization;

namespace Nf.Tests.Machine.Core;

/// <summary>What drivers and firmware allocate: a board has about 100 KB, and nobody to collect it while a customer waits.</summary>
[TestClass]
public sealed class AllocationTests
{
    [TestMethod]
    public void Nothing_takes_more_than_the_recorded_figure()
    {
        var recorded = File.ReadLines(Path.Combine(Repository.Root, "tests", "benchmarks", "allocations.tsv")).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t')).ToDictionary(fields => fields[0], fields => long.Parse(fields[1], CultureInfo.InvariantCulture));
        var measured = AllocationFigures.Measure().ToDictionary(figure => figure.Name, figure => figure.Bytes);
        CollectionAssert.AreEquivalent(recorded.Keys, measured.Keys);
        foreach (var (name, bytes) in measured) Assert.IsLessThanOrEqualTo(recorded[name], bytes, name);
    }

    [TestMethod]
    public void No_line_of_a_receipt_takes_anything_however_many_were_sold()
    {
        var lines = new MeteredRegister().Lines(200);
        CollectionAssert.AreEqual(new long[lines.Length - 1], lines[1..]);
    }

    /// <summary>A meter that measured nothing would find nothing, too.</summary>
    [TestMethod]
    public void Starting_takes_what_the_register_will_have_for_good() => Assert.IsGreaterThan(30_000, new MeteredRegister().Start());
}
