using Nf.Emulator.Scenarios.Running;
using Nf.Emulator.Serial;

namespace Nf.Tests.Machine.BoardRig;

/// <summary>Rubbish on the lines changes nothing in a story.</summary>
[TestClass]
public sealed class NoiseTests
{
    private const int Seed = 20261124;

    // Not the register's "once more" (15h): five of them in a row are an answer.
    private const byte Nak = 0x15;

    [TestMethod]
    public async Task A_story_comes_out_right_although_rubbish_comes_between_the_answers()
    {
        using var rig = new DutRig();
        using var relay = SerialPorts.Open(rig.Port("relay"), 9600);
        // Half an order of the relay, an order with a wrong sum, beginnings.
        Assert.AreEqual(9, relay.Write([0xA0, 0x01, 0xA0, 0x01, 0x01, 0xFF, 0xA0, 0xA0, 0xA0]));
        var play = Task.Run(() => rig.Play(DutRig.TwoSales));
        var random = new Random(Seed);
        var pieces = 0;
        for (; !play.IsCompleted; pieces++)
        {
            var noise = new byte[random.Next(1, 12)];
            random.NextBytes(noise);
            noise = [.. noise.Select(b => b == Nak ? (byte)0 : b)];
            rig.Dut.Touch((_, lines) => lines.Host.Write(noise, 0, noise.Length));
            await Task.WhenAny(play, Task.Delay(100));
        }

        var result = await play;
        Assert.AreEqual(StoryVerdict.Passed, result.Verdict, $"seed {Seed}: {result.Message}");
        Assert.AreEqual(2, result.Paper.Count(line => line.Contains("BON FISCAL", StringComparison.Ordinal)));
        Assert.IsGreaterThan(5, pieces);
    }
}
