using Nf.Boards.Network;
using Nf.Hal.Buses;

namespace Nf.Tests.Machine.BoardAdapters;

/// <summary>A blocking TLS connection that does what a test says.</summary>
internal sealed class TransportStub : ITlsTransport
{
    public TlsSocketStatus Opens { get; set; } = TlsSocketStatus.Connected;

    public Action Meanwhile { get; set; } = () => { };

    public Queue<byte[]> Incoming { get; } = new();

    /// <summary>What a read says when nothing is there any more.</summary>
    public int AtEnd { get; set; }

    public bool Broken { get; set; }

    public List<byte> Sent { get; } = [];

    public List<string> Calls { get; } = [];

    public int Prepared { get; private set; }

    public TlsFiles? Files { get; private set; }

    public void Prepare() => Prepared++;

    public TlsSocketStatus Open(string host, int port, TlsFiles files)
    {
        Calls.Add($"open {host}:{port}");
        Files = files;
        Meanwhile();
        return Opens;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        if (!Incoming.TryDequeue(out var bytes)) return AtEnd;
        Assert.IsLessThanOrEqualTo(count, bytes.Length);
        bytes.CopyTo(buffer, offset);
        return bytes.Length;
    }

    public bool Write(byte[] buffer, int offset, int count)
    {
        Sent.AddRange(buffer.AsSpan(offset, count));
        return !Broken;
    }

    public void Close() => Calls.Add("close");
}
