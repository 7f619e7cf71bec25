using System.Collections.Concurrent;
using Nf.Emulator.Machine;

namespace Nf.Tests.Machine.Online;

/// <summary>A piece of a register's life, lived once undisturbed, and then once more for each of its durable writes, which a power cut tears.</summary>
internal static class OnlineCuts
{
    /// <summary>Lives it with a cut at every write: before it, in its middle, after it, in turn.</summary>
    /// <param name="least">More writes than this must be found.</param>
    /// <param name="life">Lives it, and calls what it is given with its power supply where the piece begins.</param>
    public static void AtEveryWrite(int least, Action<Action<PowerSupply>> life)
    {
        var sizes = new List<int>();
        life(power => power.Watch = (_, size) => sizes.Add(size));
        Assert.IsGreaterThan(least, sizes.Count, "writes");
        var failures = new ConcurrentBag<string>();
        Parallel.For(0, sizes.Count, write =>
        {
            var bytes = new[] { 0, sizes[write] / 2, sizes[write] }[write % 3];
            var left = write;
            try
            {
                life(power =>
                {
                    power.Watch = (_, _) => left--;
                    power.CutAt(power.Writes + write, bytes);
                });
                Assert.IsLessThan(0, left, "the power did not go");
            }
            catch (Exception e)
            {
                failures.Add($"cut at write {write} after {bytes} of {sizes[write]} bytes: {e.Message}");
            }
        });
        Assert.IsTrue(failures.IsEmpty, $"{failures.Count} of {sizes.Count} runs failed\n{string.Join('\n', failures.Order().Take(8))}");
    }

    /// <summary>From here on nothing is cut or counted any more.</summary>
    public static void End(PowerSupply power)
    {
        power.Watch = null;
        power.CutAt(-1, 0);
    }
}
