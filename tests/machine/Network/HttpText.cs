using System.Globalization;
using System.Text;

namespace Nf.Tests.Machine.Network;

/// <summary>HTTP messages as tests write and read them.</summary>
internal static class HttpText
{
    /// <summary>An answer of status 200 with a stated length.</summary>
    public static byte[] Ok(string body, string type = "application/pkcs7-mime") =>
        Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");

    /// <summary>The body of a request that has come whole; false while it has not.</summary>
    public static bool Body(ReadOnlySpan<byte> request, out byte[] body)
    {
        body = [];
        var end = request.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var line = Encoding.Latin1.GetString(request[..end]).Split("\r\n").Single(field => field.StartsWith("Content-Length: ", StringComparison.Ordinal));
        var length = int.Parse(line["Content-Length: ".Length..], CultureInfo.InvariantCulture);
        if (request.Length < end + 4 + length) return false;
        body = request[(end + 4)..].ToArray();
        return true;
    }
}
