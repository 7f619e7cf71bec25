using Nf.Emulator.Host;

namespace Nf.Tests.Machine.Host;

/// <summary>Frames of the protocol byte for byte, from the host and from the register.</summary>
[TestClass]
public sealed class DatecsFrameTests
{
    private const string ClockRequest = "01 30 30 32 3A 20 30 30 33 3E 05 30 31 3C 32 03";
    private const string OpenRequest =
        "01 30 30 33 35 21 30 30 33 30 31 09 30 30 30 31 09 31 09 09 09 05 30 33 30 31 03";
    private const string PaymentRequest = "01 30 30 32 3D 22 30 30 33 35 30 09 09 05 30 32 30 30 03";
    private const string ClockAnswer =
        "01 30 30 34 37 20 30 30 33 3E 30 09 31 36 2D 30 33 2D 32 36 20 31 33 3A 33 32 3A 33 38 09 " +
        "04 80 80 80 80 86 9A 80 80 05 30 39 37 3B 03";

    [TestMethod]
    [DataRow(0x20, 62, "", ClockRequest)]
    [DataRow(0x21, 48, "1\t0001\t1\t\t\t", OpenRequest)]
    [DataRow(0x22, 53, "0\t\t", PaymentRequest)]
    public void A_host_builds_these_bytes_and_a_register_takes_them(int sequence, int command, string data, string expected)
    {
        var frame = DatecsFrame.Build((byte)sequence, command, HostText.EncodeData(data));
        Assert.AreEqual(expected, Hex(frame));

        var bench = new SessionBench();
        bench.Receive(frame);
        bench.Turns();
        CollectionAssert.AreEqual(new[] { $"{command}:{data}" }, bench.Executed);
    }

    [TestMethod]
    public void A_register_answers_with_these_bytes()
    {
        var bench = new SessionBench { Status = [0, 0, 0, 0, 0x06, 0x1A, 0, 0] };
        bench.Answer = (_, answer) =>
        {
            answer.Ok();
            answer.Add("16-03-26 13:32:38\t");
        };
        bench.Receive(Convert.FromHexString(ClockRequest.Replace(" ", "")));
        bench.Turns();
        Assert.AreEqual(ClockAnswer, Hex(bench.Sent));
    }

    [TestMethod]
    public void A_host_reads_an_answer()
    {
        var reply = DatecsFrame.Parse(Convert.FromHexString(ClockAnswer.Replace(" ", "")))!;
        Assert.AreEqual(62, reply.Command);
        Assert.AreEqual((byte)0x20, reply.Sequence);
        Assert.AreEqual(0, reply.ErrorCode);
        CollectionAssert.AreEqual(new[] { "16-03-26 13:32:38" }, reply.Fields);
        Assert.AreEqual("80 80 80 80 86 9A 80 80", Hex(reply.Status));
        Assert.IsTrue(reply.Ok);
    }

    [TestMethod]
    public void A_host_refuses_an_answer_with_any_bit_flipped()
    {
        var good = Convert.FromHexString(ClockAnswer.Replace(" ", ""));
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var frame = good.ToArray();
            frame[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsNull(DatecsFrame.Parse(frame), $"bit {bit}");
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).Chunk(2).Aggregate("", (text, pair) =>
        text + (text.Length == 0 ? "" : " ") + new string(pair));
}
