using Nf.Emulator.Host;
using Nf.Firmware.Host;

namespace Nf.Tests.Machine.Host;

/// <summary>The fields of a request.</summary>
[TestClass]
public sealed class DatecsRequestTests
{
    [TestMethod]
    [DataRow("", 0)]
    [DataRow("text", 1)]
    [DataRow("text\t", 1)]
    [DataRow("\t", 1)]
    [DataRow("a\tb", 2)]
    [DataRow("a\t\tb\t", 3)]
    public void Fields_end_with_TAB_and_the_last_may_lack_it(string data, int count) =>
        With(data, request => Assert.AreEqual(count, request.FieldCount));

    [TestMethod]
    public void Empty_and_missing_fields_are_empty() => With("1\t\tab", request =>
    {
        Assert.IsFalse(request.IsEmpty(0));
        Assert.IsTrue(request.IsEmpty(1));
        Assert.IsTrue(request.IsEmpty(3));
        Assert.IsTrue(request.IsEmpty(31));
        Assert.AreEqual('1', request.FirstChar(0));
        Assert.AreEqual('\0', request.FirstChar(1));
        Assert.IsTrue(request.FieldEquals(2, "ab"));
        Assert.IsFalse(request.FieldEquals(2, "abc"));
        Assert.IsTrue(request.FieldEquals(1, ""));
        Assert.AreEqual(2, request.FieldLength(2));
        Assert.AreEqual((byte)'a', request.Data[request.FieldOffset(2)]);
    });

    [TestMethod]
    public void An_escaped_control_byte_is_text_and_no_separator()
    {
        var bench = new SessionBench();
        new DatecsClient(bench, 0x20).Send(42, "a\tb\n", "c\u0010");
        CollectionAssert.AreEqual(new[] { "42:a\tb\n\tc\u0010\t" }, bench.Executed);
        With(HostText.EncodeFields(["a\tb", "c"]), request =>
        {
            Assert.AreEqual(2, request.FieldCount);
            Assert.IsTrue(request.FieldEquals(0, "a\tb"));
            Assert.IsTrue(request.FieldEquals(1, "c"));
        });
    }

    [TestMethod]
    [DataRow("0001", 1L)]
    [DataRow("-5", -5L)]
    [DataRow("0", 0L)]
    [DataRow("99", 99L)]
    [DataRow("100", null)]
    [DataRow("-6", null)]
    [DataRow("", null)]
    [DataRow("-", null)]
    [DataRow("+1", null)]
    [DataRow("1.0", null)]
    [DataRow(" 1", null)]
    [DataRow("1a", null)]
    [DataRow("18446744073709551617", null)]
    public void Integers_have_a_range(string field, long? expected) => With(field + "\t", request =>
    {
        Assert.AreEqual(expected.HasValue, request.TryInteger(0, -5, 99, out var value));
        if (expected.HasValue) Assert.AreEqual(expected, value);
    });

    [TestMethod]
    [DataRow("10.50", 1050L)]
    [DataRow("10.5", 1050L)]
    [DataRow("10", 1000L)]
    [DataRow("-0.01", -1L)]
    [DataRow("99999.99", 9999999L)]
    [DataRow("-99999.99", -9999999L)]
    [DataRow("100000.00", null)]
    [DataRow("1.005", null)]
    [DataRow("", null)]
    [DataRow(".", null)]
    [DataRow("-", null)]
    [DataRow("1.2.3", null)]
    [DataRow("1,5", null)]
    [DataRow("92233720368547758.08", null)]
    [DataRow("999999999999999999999", null)]
    public void Decimals_have_places_and_a_largest_size(string field, long? expected) => With(field + "\t", request =>
    {
        Assert.AreEqual(expected.HasValue, request.TryDecimal(0, 2, 9999999, out var value));
        if (expected.HasValue) Assert.AreEqual(expected, value);
    });

    [TestMethod]
    public void The_frame_has_the_usual_CRC_32() => With("", request =>
    {
        var frame = request.Frame.AsSpan(0, request.FrameLength);
        CollectionAssert.AreEqual(DatecsFrame.Build(0x40, 42, []), frame.ToArray());
        Assert.AreEqual(Crc32(frame), request.FrameCrc);
        Assert.AreEqual(0xCBF43926, Crc32("123456789"u8));
    });

    private static void With(string data, Action<DatecsRequest> check) => With(HostText.EncodeData(data), check);

    private static void With(byte[] data, Action<DatecsRequest> check)
    {
        var checks = 0;
        var bench = new SessionBench();
        bench.Answer = (request, _) =>
        {
            checks++;
            check(request);
        };
        bench.Receive(DatecsFrame.Build(0x40, 42, data));
        bench.Turns();
        Assert.AreEqual(1, checks);
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 * (crc & 1));
        }

        return ~crc;
    }
}
