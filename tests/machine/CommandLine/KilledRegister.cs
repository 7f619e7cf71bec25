using System.Net.Sockets;
using Nf.Emulator.Host;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>A running <c>nf</c> that is killed at moments which the test picks, and started again on its state.</summary>
internal sealed class KilledRegister(string state) : IHostChannel, IDisposable
{
    private NfProcess? _process;
    private TcpHostChannel? _channel;
    private int _dueIn = int.MaxValue;

    /// <summary>Times that it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Starts it and connects to its host line.</summary>
    public void Start()
    {
        Stop();
        _process = NfProcess.Start("run", "--state", state, "--http", "0", "--host", "0");
        _process.NextLine();
        var port = int.Parse(_process.NextLine().Split(':')[^1]);
        _channel = new TcpHostChannel("127.0.0.1", port);
    }

    /// <summary>Kills it at the n-th of the host's next dealings with the line: after a frame went out, or an answer came in.</summary>
    public void KillIn(int dealings) => _dueIn = dealings;

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        _channel!.Send(bytes);
        Count();
    }

    /// <inheritdoc/>
    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        var received = _channel!.TryReceive(buffer, silence, out count);
        Count();
        return received;
    }

    /// <summary>The exceptions by which a host learns that the register is gone.</summary>
    public static bool IsGone(Exception e) => e is IOException or SocketException or ObjectDisposedException;

    public void Dispose() => Stop();

    private void Count()
    {
        if (--_dueIn != 0) return;
        Kills++;
        _process!.Kill();
    }

    private void Stop()
    {
        _channel?.Dispose();
        _process?.Dispose();
    }
}
