using System.Text;
using Nf.Emulator.Host;
using Nf.Firmware.Host;

namespace Nf.Tests.Machine.Host;

/// <summary>How an answer's DATA is written.</summary>
[TestClass]
public sealed class DatecsAnswerTests
{
    [TestMethod]
    [DataRow(0L, "0.00")]
    [DataRow(5L, "0.05")]
    [DataRow(-5L, "-0.05")]
    [DataRow(1050L, "10.50")]
    [DataRow(-123456L, "-1234.56")]
    [DataRow(long.MaxValue, "92233720368547758.07")]
    [DataRow(long.MinValue, "-92233720368547758.08")]
    public void Amounts_have_two_decimals(long bani, string expected)
    {
        var answer = new DatecsAnswer();
        answer.AddAmount(bani);
        Assert.AreEqual(expected, Text(answer));
    }

    [TestMethod]
    [DataRow(0L, "0")]
    [DataRow(42L, "42")]
    [DataRow(-111015L, "-111015")]
    [DataRow(long.MinValue, "-9223372036854775808")]
    public void Numbers_are_plain(long number, string expected)
    {
        var answer = new DatecsAnswer();
        answer.AddNumber(number);
        Assert.AreEqual(expected, Text(answer));
    }

    [TestMethod]
    public void An_error_leaves_nothing_else()
    {
        var answer = new DatecsAnswer();
        answer.Ok();
        answer.Add("12\t");
        Assert.AreEqual("0\t12\t", Text(answer));
        answer.Error(-111015);
        Assert.AreEqual("-111015\t", Text(answer));
        answer.Clear();
        Assert.AreEqual(0, answer.Length);
    }

    [TestMethod]
    public void Control_bytes_in_a_text_reach_the_host_as_text()
    {
        var bench = new SessionBench { Answer = (_, answer) => answer.Add([0x41, 0x09, 0x01, 0x42], 0, 4) };
        var reply = new DatecsClient(bench, 0x20).Send(42);
        CollectionAssert.AreEqual(new[] { "1", "A\t\u0001B" }, reply.Fields);
    }

    [TestMethod]
    public void An_answer_longer_than_its_frame_is_a_broken_invariant()
    {
        var answer = new DatecsAnswer();
        answer.Add(new string('x', DatecsAnswer.MaxData));
        Assert.ThrowsExactly<InvalidOperationException>(answer.Tab);
    }

    private static string Text(DatecsAnswer answer) => Encoding.ASCII.GetString(answer.Data, 0, answer.Length);
}
