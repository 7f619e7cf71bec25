using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Network;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>ANAF's stand-in behind a network in memory: HTTP by hand, so that every run is the same.</summary>
/// <remarks><code>var internet = new InMemoryInternet(new AnafInMemory(desk, () => now).Serve);</code></remarks>
/// <param name="desk">Answers.</param>
/// <param name="now">The moment on its clock.</param>
public sealed class AnafInMemory(AnafDesk desk, Func<DateTimeOffset> now)
{
    /// <summary>Requests so far.</summary>
    public int Requests { get; private set; }

    /// <summary>Told of each request that was answered: by whom, with what, and when.</summary>
    public Action<AnafRequest, AnafReply, DateTimeOffset>? Watch { get; set; }

    /// <summary>Answers a request once it is whole; null before.</summary>
    /// <exception cref="NotSupportedException">The prepared answer is a fault that needs a socket.</exception>
    public byte[]? Serve(InternetCall call)
    {
        var text = Encoding.Latin1.GetString(call.Received);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return null;
        var head = text[..end].Split("\r\n");
        var body = call.Received[(end + 4)..];
        if (body.Length < int.Parse(Field(head, "Content-Length"), CultureInfo.InvariantCulture)) return null;
        Requests++;
        using var client = X509Certificate2.CreateFromPem(call.Tls.CertificatePem);
        var request = new AnafRequest(client, head[0].Split(' ')[1], Field(head, "Content-Type"), body);
        var reply = desk.Receive(request, now());
        if (reply.Fault is { } fault)
        {
            if (fault.Kind != AnswerKind.Silence) throw new NotSupportedException($"{fault.Kind} needs a socket");
            return null;
        }

        Watch?.Invoke(request, reply, now());
        var answer = $"HTTP/1.1 {reply.Status} OK\r\nContent-Type: {reply.ContentType}\r\nContent-Length: {reply.Body.Length}\r\nConnection: close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(answer), .. reply.Body];
    }

    private static string Field(string[] head, string name) =>
        head.First(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();
}
