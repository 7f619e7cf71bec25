namespace Nf.Tests.Machine.Core;

/// <summary>What a receipt costs on an interpreter, in IL instructions of the fiscal core: host command in, paper out.</summary>
[TestClass]
public sealed class ReceiptCostTests
{
    /// <summary>
    /// For a Debug build; Release takes about 425,000: hash and checks, the snapshot from which a lost working memory is
    /// rebuilt, the counters of the shop, the index of the journal. The goal is 300,000.
    /// </summary>
    private const long Budget = 500_000;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void A_receipt_of_five_lines_takes_at_most_500_000_instructions()
    {
        var register = new CountedRegister();
        register.Receipt();
        var before = register.Counter.Executed;
        register.Receipt();
        var cost = register.Counter.Executed - before;
        TestContext.WriteLine($"{cost} instructions");
        Assert.IsInRange(100_000, Budget, cost);
    }
}
