using System.Globalization;
using System.Text;
using Nf.Firmware.Http;

namespace Nf.Fuzz.Targets;

/// <summary>An answer of a server: whole, byte by byte, and what of it was taken said again the plain way.</summary>
internal sealed class HttpTarget : IFuzzTarget
{
    private const int BodyRoom = 512;

    private readonly HttpAnswer _whole = new();
    private readonly HttpAnswer _pieces = new();
    private readonly byte[] _body = new byte[BodyRoom];
    private readonly byte[] _again = new byte[BodyRoom];

    public string Name => "http";

    public void Run(byte[] data)
    {
        Read(_whole, _body, data, data.Length);
        FuzzTargets.Check(_whole.IsOver && _whole.IsDone == (_whole.Fault == HttpFault.None), "an answer that ended is whole or has a fault");
        FuzzTargets.Check(_whole.Length <= _body.Length && _whole.Length <= data.Length, "a body comes from the answer and fits");
        Read(_pieces, _again, data, 1);
        Same("pieces make no difference");
        if (!_whole.IsDone) return;
        FuzzTargets.Check(_whole.Status is >= 200 and <= 599, "a final status");
        Again(Plain(), "what was read, said the plain way, reads the same");
        Again(Chunks(), "and so in chunks");
    }

    private void Again(byte[] answer, string what)
    {
        Read(_pieces, _again, answer, answer.Length);
        Same(what);
    }

    private static void Read(HttpAnswer answer, byte[] body, byte[] data, int piece)
    {
        answer.Begin(body);
        for (var at = 0; at < data.Length; at += piece) answer.Take(data, at, Math.Min(piece, data.Length - at));
        answer.End();
    }

    private byte[] Plain() =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {_whole.Status}\r\ncontent-length: {_whole.Length}\r\n\r\n")),
        .. _body.AsSpan(0, _whole.Length),
    ];

    private byte[] Chunks()
    {
        var half = _whole.Length / 2;
        List<byte> answer = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {_whole.Status} OK\r\nTransfer-Encoding: chunked\r\n\r\n"))];
        Chunk(answer, _body.AsSpan(0, half));
        Chunk(answer, _body.AsSpan(half, _whole.Length - half));
        answer.AddRange("0\r\n\r\n"u8);
        return [.. answer];
    }

    private static void Chunk(List<byte> answer, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0) return;
        answer.AddRange(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length:x}\r\n")));
        answer.AddRange(bytes);
        answer.AddRange("\r\n"u8);
    }

    // What came of a body that broke off is of no use.
    private void Same(string what)
    {
        FuzzTargets.Check(_whole.Fault == _pieces.Fault && _whole.IsDone == _pieces.IsDone, what);
        if (!_whole.IsDone) return;
        FuzzTargets.Check(_whole.Status == _pieces.Status && _whole.Length == _pieces.Length, what);
        FuzzTargets.Check(_body.AsSpan(0, _whole.Length).SequenceEqual(_again.AsSpan(0, _whole.Length)), what);
    }
}
