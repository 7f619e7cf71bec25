namespace Nf.Tests.Machine.Core;

/// <summary>Receipts of five lines in a counted world: firmware and cryptography, from the host's first byte to the last line of paper.</summary>
/// <remarks>The benchmarks have it too, so it knows nothing of a test framework.</remarks>
internal sealed class CountedReceipts
{
    private readonly CountedWorld _world = new(withDrivers: false);
    private readonly Action _sell;

    public CountedReceipts() => _sell = (Action)_world.Run(typeof(CountedRegister), nameof(CountedRegister.Seller), (Action)_world.Mark, (Action)_world.TakeBack)!;

    /// <summary>Instructions so far.</summary>
    public long Executed => _world.Executed;

    /// <summary>The same by class and method; overloads are one.</summary>
    public Dictionary<string, long> ByMethod() => _world.ByMethod();

    /// <summary>Sells one.</summary>
    public void Sell() => _sell();
}
