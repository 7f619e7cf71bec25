using Nf.Hal.Crypto;
using Nf.Tests.Machine.Core;

namespace Nf.Benchmarks;

/// <summary>What a board's interpreter has to execute; the same on every machine.</summary>
public sealed class InstructionsBenchmark : IBenchmark
{
    public string Name => "il";

    public IEnumerable<Figure> Run()
    {
        yield return new Figure("il: SHA-256 of 1 KB", Hash(), "instructions", "<= 110,000");
        yield return new Figure("il: receipt of five lines", Receipt(), "instructions", "<= 300,000");
    }

    private static long Hash()
    {
        var counter = new InstructionCounter(typeof(Sha256));
        dynamic hash = counter.Assembly.CreateInstance(typeof(Sha256).FullName!)!;
        return Second(() => counter.Executed, () => hash.Update(new byte[1024], 0, 1024));
    }

    private static long Receipt()
    {
        var receipts = new CountedReceipts();
        return Second(() => receipts.Executed, receipts.Sell);
    }

    // The first run also starts things up.
    private static long Second(Func<long> count, Action work)
    {
        work();
        var before = count();
        work();
        return count() - before;
    }
}
