using System.Collections.Concurrent;
using Nf.Emulator.Machine;

namespace Nf.Tests.Machine.Rig;

/// <summary>A piece of a register's life, lived once undisturbed, and then once more for each power cut at its durable writes.</summary>
/// <remarks>
/// A life calls what it is given with its power supply where the piece begins, and <see cref="End"/> where it ends.
/// <code>Cuts.AtEveryWrite(40, begin => { var register = Ready(); begin(register.Power); Live(register); Cuts.End(register.Power); Check(register); });</code>
/// </remarks>
internal static class Cuts
{
    /// <summary>Lives it with one cut at every write: before it, in its middle, after it, in turn.</summary>
    /// <param name="least">More writes than this must be found.</param>
    /// <param name="life">Lives it.</param>
    public static void AtEveryWrite(int least, Action<Action<PowerSupply>> life) =>
        All(least, life, (write, size) => [new[] { 0, size / 2, size }[write % 3]]);

    /// <summary>Lives it with all of <see cref="Tears"/> at every write.</summary>
    /// <param name="least">More writes than this must be found.</param>
    /// <param name="life">Lives it.</param>
    public static void AtEveryTear(int least, Action<Action<PowerSupply>> life) => All(least, life, (_, size) => Tears(size));

    /// <summary>From here on nothing is cut or counted any more.</summary>
    public static void End(PowerSupply power)
    {
        power.Watch = null;
        power.CutAt(-1, 0);
    }

    /// <summary>Bytes of a write that are there when the power goes: none, one, half, all but one, all and then the cut.</summary>
    public static IEnumerable<int> Tears(int size) => new[] { 0, 1, size / 2, size - 1, size }.Where(bytes => bytes >= 0).Distinct();

    private static void All(int least, Action<Action<PowerSupply>> life, Func<int, int, IEnumerable<int>> tears)
    {
        var sizes = new List<int>();
        life(power => power.Watch = (_, size) => sizes.Add(size));
        Assert.IsGreaterThan(least, sizes.Count, "writes");
        var cuts = sizes.SelectMany((size, write) => tears(write, size).Select(bytes => (Write: write, Bytes: bytes))).ToArray();
        var failures = new ConcurrentBag<string>();
        Parallel.ForEach(cuts, cut =>
        {
            try
            {
                One(cut.Write, cut.Bytes, life);
            }
            catch (Exception e)
            {
                failures.Add($"cut at write {cut.Write} after {cut.Bytes} of {sizes[cut.Write]} bytes: {e.Message}");
            }
        });
        Assert.IsTrue(failures.IsEmpty, $"{failures.Count} of {cuts.Length} runs failed\n{string.Join('\n', failures.Order().Take(8))}");
    }

    private static void One(int write, int bytes, Action<Action<PowerSupply>> life)
    {
        PowerSupply? supply = null;
        life(power =>
        {
            supply = power;
            power.CutAt(power.Writes + write, bytes);
        });
        Assert.AreEqual(1, supply!.Cuts, "power cuts");
    }
}
