using Nf.Firmware.Checks;
using Nf.Hal.Crypto;

namespace Nf.Tests.Machine.Core;

/// <summary>What the checksums cost on an interpreter, in IL instructions; a board executes up to a million in a second.</summary>
[TestClass]
public class CostTests
{
    public TestContext TestContext { get; set; } = null!;

    /// <summary>Written plainly, with arrays, the hash takes about 190,000.</summary>
    [TestMethod]
    public void Sha256_of_a_kilobyte_takes_at_most_110_000_instructions()
    {
        InstructionCounter counter = new(typeof(Sha256));
        dynamic hash = counter.Assembly.CreateInstance(typeof(Sha256).FullName!)!;
        long cost = Cost(counter, () => hash.Update(new byte[1024], 0, 1024));
        Assert.IsInRange(50_000, 110_000, cost);
    }

    [TestMethod]
    public void Crc32_of_a_kilobyte_takes_at_most_20_000_instructions()
    {
        InstructionCounter counter = new(typeof(Crc32));
        System.Reflection.MethodInfo add = counter.Assembly.GetType(typeof(Crc32).FullName!)!.GetMethod(nameof(Crc32.Add))!;
        long cost = Cost(counter, () => add.Invoke(null, [Crc32.Start, new byte[1024], 0, 1024]));
        Assert.IsInRange(10_000, 20_000, cost);
    }

    /// <summary>A second run, so that nothing of the start-up counts.</summary>
    private long Cost(InstructionCounter counter, Action work)
    {
        work();
        long before = counter.Executed;
        work();
        long cost = counter.Executed - before;
        TestContext.WriteLine($"{cost} instructions");
        return cost;
    }
}
