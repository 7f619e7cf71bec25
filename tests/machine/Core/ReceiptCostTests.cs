namespace Nf.Tests.Machine.Core;

/// <summary>What a receipt costs on an interpreter, in IL instructions of the fiscal core: host command in, paper out.</summary>
[TestClass]
public sealed class ReceiptCostTests
{
    /// <summary>SHA-256 takes 109,000 of it, CRC-32 40,000; the goal is 300,000 in all.</summary>
    private const long Budget = 350_000;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void A_receipt_of_five_lines_takes_at_most_350_000_instructions()
    {
        var register = new CountedRegister();
        register.Receipt();
        var before = register.Cost;
        register.Receipt();
        var cost = register.Cost - before;
        TestContext.WriteLine($"{cost} instructions");
        Assert.IsInRange(100_000, Budget, cost);
    }
}
