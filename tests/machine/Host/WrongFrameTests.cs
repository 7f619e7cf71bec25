using Nf.Emulator.Host;

namespace Nf.Tests.Machine.Host;

/// <summary>Frames that a noisy or cut line makes of good ones: the register asks again and does nothing.</summary>
[TestClass]
public sealed class WrongFrameTests
{
    private const int SilenceMs = 500;

    private static readonly byte[] Sale = DatecsFrame.Build(0x40, 49, HostText.EncodeData("Pâine\t2\t10.00\t1.000\t\t\t0\tbuc\t"));
    private static readonly byte[] Clock = DatecsFrame.Build(0x41, 62, []);

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G d)")]
    public void A_flipped_bit_gives_one_NAK_and_nothing_executed()
    {
        for (var bit = 8; bit < Sale.Length * 8; bit++) Expect(Flip(Sale, bit), [DatecsFrame.Nak], $"bit {bit}");
    }

    [TestMethod]
    public void Without_its_start_byte_a_frame_is_noise()
    {
        for (var bit = 0; bit < 8; bit++) Expect(Flip(Sale, bit), [], $"bit {bit}");
        Expect(Sale[1..], [], "cut");
    }

    [TestMethod]
    public void A_frame_that_is_cut_gives_one_NAK_after_half_a_second()
    {
        for (var length = 1; length < Sale.Length; length++)
        {
            var bench = new SessionBench();
            bench.Receive(Sale.AsSpan(0, length));
            bench.Run(SilenceMs - 1);
            Assert.IsEmpty(bench.Sent, $"too early after {length} bytes");
            bench.Run(1);
            CollectionAssert.AreEqual(new[] { DatecsFrame.Nak }, bench.Sent, $"{length} bytes");
            bench.Run(2 * SilenceMs);
            Assert.IsEmpty(bench.Sent, $"twice after {length} bytes");
            ExpectGoodFrame(bench, $"{length} bytes");
        }
    }

    [TestMethod]
    public void A_frame_that_comes_slowly_is_whole()
    {
        var bench = new SessionBench();
        foreach (var b in Clock)
        {
            bench.Receive([b]);
            bench.Run(SilenceMs - 1);
        }

        CollectionAssert.AreEqual(new[] { "62:" }, bench.Executed);
    }

    [TestMethod]
    public void A_byte_that_is_missing_inside_gives_one_NAK()
    {
        for (var i = 1; i < Sale.Length; i++) Expect([.. Sale[..i], .. Sale[(i + 1)..]], [DatecsFrame.Nak], $"byte {i}");
    }

    [TestMethod]
    public void A_start_byte_inside_a_frame_begins_another()
    {
        for (var length = 1; length < Sale.Length; length++)
        {
            var bench = new SessionBench();
            bench.Receive(Sale.AsSpan(0, length));
            ExpectGoodFrame(bench, $"after {length} bytes");
        }
    }

    [TestMethod]
    [DataRow(481, false)]
    [DataRow(480, true)]
    public void Data_has_a_limit(int length, bool taken)
    {
        var bench = new SessionBench();
        bench.Receive(DatecsFrame.Build(0x40, 84, Enumerable.Repeat((byte)'x', length).ToArray()));
        bench.Run(SilenceMs);
        Assert.HasCount(taken ? 1 : 0, bench.Executed);
        Assert.AreEqual(taken, bench.Sent.Length > 1);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 39 (2)")]
    [Article("HG 479/2003, norme art. 22 G d)")]
    [Article("HG 479/2003, norme art. 31 c)")]
    [Article("HG 479/2003, norme art. 32 (1) a)")]
    [Article("HG 479/2003, norme art. 32 (2)")]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Rubbish_executes_nothing_and_harms_nothing(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var bench = new SessionBench { WriteLimit = random.Next(1, 9) };
            bench.Receive(Rubbish(random));
            bench.Run(SilenceMs + 1);
            Assert.IsEmpty(bench.Executed, $"seed {seed}, round {round}");
            Assert.IsTrue(bench.Sent.All(b => b == DatecsFrame.Nak), $"seed {seed}, round {round}");
            ExpectGoodFrame(bench, $"seed {seed}, round {round}");
        }
    }

    /// <summary>Any bytes, framing bytes more often than by chance, now and then a good frame without its sum.</summary>
    private static byte[] Rubbish(Random random)
    {
        List<byte> bytes = [];
        for (var pieces = random.Next(1, 60); pieces > 0; pieces--)
        {
            switch (random.Next(4))
            {
                case 0:
                    bytes.Add((byte)random.Next(0x18));
                    break;
                case 1:
                    bytes.AddRange(Sale[..random.Next(Sale.Length - 4)]);
                    break;
                case 2:
                    bytes.AddRange(Enumerable.Range(0, random.Next(9)).Select(_ => (byte)random.Next(0x30, 0x40)));
                    break;
                default:
                    bytes.Add((byte)random.Next(256));
                    break;
            }
        }

        return [.. bytes];
    }

    private static void Expect(byte[] frame, byte[] answer, string what)
    {
        var bench = new SessionBench();
        bench.Receive(frame);
        bench.Run(2 * SilenceMs);
        Assert.IsEmpty(bench.Executed, what);
        CollectionAssert.AreEqual(answer, bench.Sent, what);
        ExpectGoodFrame(bench, what);
    }

    private static void ExpectGoodFrame(SessionBench bench, string what)
    {
        bench.WriteLimit = int.MaxValue;
        bench.Receive(Clock);
        bench.Run(1);
        CollectionAssert.AreEqual(new[] { "62:" }, bench.Executed, what);
        Assert.AreEqual(62, DatecsFrame.Parse(bench.Sent)?.Command, what);
    }

    private static byte[] Flip(byte[] frame, int bit)
    {
        var flipped = frame.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
