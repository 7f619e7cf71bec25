namespace Nf.Tests.Machine.Core;

/// <summary>What a receipt costs on an interpreter, in IL instructions of the fiscal core: host command in, paper out.</summary>
[TestClass]
public sealed class ReceiptCostTests
{
    /// <summary>The compiler leaves more in a Debug build; 109,000 of either are the hash.</summary>
#if DEBUG
    private const long Budget = 348_000;
#else
    private const long Budget = 300_000;
#endif

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void A_receipt_of_five_lines_stays_within_its_budget()
    {
        var receipts = new CountedReceipts();
        receipts.Sell();
        var before = receipts.Executed;
        receipts.Sell();
        var cost = receipts.Executed - before;
        TestContext.WriteLine($"{cost} instructions");
        Assert.IsInRange(100_000, Budget, cost);
    }
}
