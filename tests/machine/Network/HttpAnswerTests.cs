using System.Text;
using CsCheck;
using Nf.Firmware.Http;

namespace Nf.Tests.Machine.Network;

/// <summary>Answers as servers send them, and as they must not.</summary>
[TestClass]
public sealed class HttpAnswerTests
{
    private const int Room = 64;

    private static readonly string s_longName = new('x', 5000);

    private static readonly (string Answer, string Body)[] s_good =
    [
        ("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbine", "bine"),
        ("HTTP/1.1 200\r\nContent-Length: 4\r\n\r\nbine", "bine"),
        ("HTTP/1.1 200 \r\ncontent-length:4\r\n\r\nbine", "bine"),
        ("HTTP/1.0 200 OK\r\nContent-Length: \t 4 \t\r\n\r\nbine", "bine"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nbine", "bine"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", ""),
        ("HTTP/1.1 204 No Content\r\n\r\n", ""),
        ("HTTP/1.1 304 Not Modified\r\nContent-Length: 400\r\n\r\n", ""),
        ("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nnu", "nu"),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbine\r\n0\r\n\r\n", "bine"),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n1\r\nb\r\n0003;a=b\r\nine\r\n0\r\n\r\n", "bine"),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbine\r\n00\r\nX-Sum: 1\r\n\r\n", "bine"),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", ""),
        ("HTTP/1.1 200 OK\r\n\r\nbine", "bine"),
        ("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", ""),
        ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbine", "bine"),
        ("HTTP/1.1 103 Early Hints\r\nContent-Length: 9\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbine", "bine"),
        ("HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Length: 4\r\n\r\nbine", "bine"),
        ("HTTP/1.1 200 OK\r\nSet-Cookie: " + new string('c', 3000) + "\r\nContent-Length: 4\r\n\r\nbine", "bine"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbine and more", "bine"),
    ];

    private static readonly string[] s_malformed =
    [
        "HTTP/1.1 2OO OK\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n", "HTTP/1.1 099 No\r\n\r\n", "HTTP/1.1 600 No\r\n\r\n",
        "HTTP/1.1 -20 No\r\n\r\n", "HTTP/1.1 101 Switching\r\n\r\n", "HTTP/2 200\r\n\r\n", "HTTP/2.0 200 OK\r\n\r\n", "HTTP/1.2 200 OK\r\n\r\n",
        "HTTP/1.1200 OK\r\n\r\n", "HTTP/1.1  200 OK\r\n\r\n", "http/1.1 200 OK\r\n\r\n", " HTTP/1.1 200 OK\r\n\r\n", "\r\nHTTP/1.1 200 OK\r\n\r\n",
        "ICY 200 OK\r\n\r\n", "HTTP 200 OK\r\n\r\n", "<html></html>\r\n\r\n", "\u0016\u0003\u0001\u0002\r\n\r\n", "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 200 OK\n\n", "HTTP/1.1 200 OK\r\nA: b\n\r\n", "HTTP/1.1 200 OK\r\rA: b\r\n\r\n", "HTTP/1.1 200 OK\r\nA\r: b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: \0\r\n\r\n", "HTTP/1.1 200 OK\r\nA: \u0007\r\n\r\n", "HTTP/1.1 200 OK\r\nA: \u007f\r\n\r\n",
        "HTTP/1.1 200 OK\r\nNoColon\r\n\r\n", "HTTP/1.1 200 OK\r\n: novalue\r\n\r\n", "HTTP/1.1 200 OK\r\nName : value\r\n\r\n",
        "HTTP/1.1 200 OK\r\n folded: yes\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", "HTTP/1.1 200 OK\r\n\tA: b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: +4\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 4 4\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 4,4\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0x4\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 4.0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551616\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding:\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: " + new string('t', 65) + "\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ng\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-4\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x4\r\nbine\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4bine\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000000\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\nbine\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbinee\r\n0\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbine4\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n;\r\nbine\r\n", "HTTP/1.1 100 Continue\r\n\r\nbine\r\n",
    ];

    private static readonly string[] s_long =
    [
        "HTTP/1.1 200 OK\r\nContent-Length: 65\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n" + new string('b', Room + 1),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n41\r\n" + new string('b', Room + 1),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + string.Concat(Enumerable.Repeat("1\r\nb\r\n", Room + 1)),
        "HTTP/1.1 200 OK\r\nX: " + s_longName,
        s_longName,
        "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("A: b\r\n", 1000)),
        string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 200)),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + string.Concat(Enumerable.Repeat("A: b\r\n", 1000)),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + s_longName,
    ];

    [TestMethod]
    public void Good_answers_are_read_however_they_are_cut()
    {
        foreach (var (text, body) in s_good)
        {
            var bytes = Encoding.Latin1.GetBytes(text);
            for (var cut = 0; cut <= bytes.Length; cut++)
            {
                var answer = Read(out var buffer, bytes[..cut], bytes[cut..]);
                answer.End();
                Assert.AreEqual(HttpFault.None, answer.Fault, text);
                Assert.IsTrue(answer.IsDone, text);
                Assert.AreEqual(body, Encoding.Latin1.GetString(buffer, 0, answer.Length), text);
            }
        }
    }

    [TestMethod]
    public void Malformed_answers_are_refused_however_they_are_cut()
    {
        Assert.IsGreaterThanOrEqualTo(60, s_malformed.Length);
        foreach (var text in s_malformed)
        {
            var bytes = Encoding.Latin1.GetBytes(text);
            for (var cut = 0; cut <= bytes.Length; cut++)
                Assert.AreEqual(HttpFault.AnswerMalformed, Read(out _, bytes[..cut], bytes[cut..]).Fault, text);
        }
    }

    [TestMethod]
    public void Endless_answers_are_refused()
    {
        foreach (var text in s_long) Assert.AreEqual(HttpFault.AnswerTooLong, Read(out _, Encoding.Latin1.GetBytes(text)).Fault, text);
    }

    [TestMethod]
    public void Answer_that_ends_too_soon_is_lost()
    {
        foreach (var (text, body) in s_good.Where(good => good.Answer.Contains("ontent-", StringComparison.Ordinal) || good.Answer.Contains("hunked", StringComparison.Ordinal)))
        {
            var bytes = Encoding.Latin1.GetBytes(text.Replace(" and more", "", StringComparison.Ordinal));
            for (var cut = 0; cut < bytes.Length; cut++)
            {
                var answer = Read(out _, bytes[..cut]);
                answer.End();
                Assert.IsFalse(answer.IsDone && body.Length > 0 && cut < bytes.Length - 1 && answer.Length < body.Length, $"{text} cut at {cut}");
                Assert.IsTrue(answer.IsDone || answer.Fault == HttpFault.Lost, $"{text} cut at {cut}: {answer.Fault}");
            }
        }
    }

    [TestMethod]
    public void Type_is_told_without_parameters_and_case()
    {
        var answer = Read(out _, "HTTP/1.1 200 OK\r\nContent-Type: Application/PKCS7-mime; smime-type=x\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        Assert.IsTrue(answer.HasType("application/pkcs7-mime"));
        Assert.IsFalse(answer.HasType("application/pkcs7"));
        Assert.IsFalse(answer.HasType("application/pkcs7-mime;"));
    }

    [TestMethod]
    public void Rubbish_never_throws_and_never_leaves_the_buffer() =>
        Gen.Select(Gen.Int[0, s_good.Length + s_malformed.Length - 1], Gen.Int[0, 400], Gen.Byte, Gen.Int[0, 400])
            .Sample((which, place, value, cut) =>
            {
                var bytes = Encoding.Latin1.GetBytes(which < s_good.Length ? s_good[which].Answer : s_malformed[which - s_good.Length]);
                bytes[place % bytes.Length] = value;
                cut %= bytes.Length + 1;
                var answer = Read(out _, bytes[..cut], bytes[cut..]);
                answer.End();
                return answer.IsOver && answer.Length <= Room;
            }, seed: "0000KdvkLmU3", iter: 20000);

    private static HttpAnswer Read(out byte[] buffer, params byte[][] pieces)
    {
        buffer = new byte[Room];
        var answer = new HttpAnswer();
        answer.Begin(buffer);
        foreach (var piece in pieces) answer.Take(piece, 0, piece.Length);
        return answer;
    }
}
