using Nf.Firmware.Access;

namespace Nf.Tests.Machine.Reference;

/// <summary>docs/reference/modes.md puts each command where the firmware does.</summary>
[TestClass]
public sealed class ModesPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "reference", "modes.md"));

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G b)")]
    [DataRow(Regime.Registration)]
    [DataRow(Regime.Reporting)]
    [DataRow(Regime.Programming)]
    [DataRow(Regime.Service)]
    public void A_regime_has_the_commands_that_the_page_names(Regime regime)
    {
        var row = Page.Single(line => line.StartsWith($"| {regime.ToString().ToLowerInvariant()} | ", StringComparison.Ordinal) && char.IsDigit(line.Split('|')[2][1]) && line.Split('|').Length == 4);
        var named = row.Split('|')[2].Split(',').Select(int.Parse).ToArray();
        var held = Enumerable.Range(0, 256).Where(command => Regimes.Of(command) == regime).ToArray();
        CollectionAssert.AreEqual(held, named);
    }
}
