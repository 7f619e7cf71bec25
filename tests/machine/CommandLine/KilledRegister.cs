using System.Net.Sockets;
using Nf.Emulator.Host;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>A running <c>nf</c> that is killed at moments which chance picks, and started again on its state.</summary>
internal sealed class KilledRegister(string state, Random random) : IHostChannel, IDisposable
{
    /// <summary>The longest time between a frame and the kill, as a power of two of spins: some tens of milliseconds, a new process is slow.</summary>
    private const int LongestSpin = 22;

    private NfProcess? _process;
    private TcpHostChannel? _channel;
    private int _dueIn = int.MaxValue;

    /// <summary>Times that it was killed.</summary>
    public int Kills { get; private set; }

    private string WorkingMemory => Path.Combine(state, "working-memory.bin");

    /// <summary>Starts it and connects to its host line.</summary>
    public void Start()
    {
        Stop();
        _process = NfProcess.Start("run", "--anaf", "none", "--state", state, "--http", "0", "--host", "0");
        _process.NextLine();
        var port = int.Parse(_process.NextLine().Split(':')[^1]);
        _channel = new TcpHostChannel("127.0.0.1", port);
    }

    /// <summary>Starts it and kills it while it mends what the last kill left: once it writes, at the latest when it is ready.</summary>
    public void StartAndKill()
    {
        Stop();
        var before = File.GetLastWriteTimeUtc(WorkingMemory);
        using var process = NfProcess.Start("run", "--anaf", "none", "--state", state, "--http", "0", "--host", "0");
        SpinWait.SpinUntil(() => process.HasSpoken || File.GetLastWriteTimeUtc(WorkingMemory) != before, NfProcess.Limit);
        Kills++;
        process.Kill();
    }

    /// <summary>Kills it at the n-th of the host's next dealings with the line.</summary>
    public void KillIn(int dealings) => _dueIn = dealings;

    /// <inheritdoc/>
    /// <remarks>When its time has come: after a part of the frame, or while the register is at work on it.</remarks>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        var dies = --_dueIn == 0;
        _channel!.Send(dies && random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
        if (dies) Kill(1 << random.Next(LongestSpin));
    }

    /// <inheritdoc/>
    /// <remarks>When its time has come: with the answer under way, which the host then does not get, or gets as the last one.</remarks>
    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        var received = _channel!.TryReceive(buffer, silence, out count);
        if (--_dueIn != 0) return received;
        Kill(1);
        if (random.Next(2) == 0) return received;
        count = 0;
        throw new HostLinkException("the answer is lost");
    }

    /// <summary>The exceptions by which a host learns that the register is gone.</summary>
    public static bool IsGone(Exception e) => e is IOException or SocketException or ObjectDisposedException;

    public void Dispose() => Stop();

    private void Kill(int spins)
    {
        Thread.SpinWait(spins);
        Kills++;
        _process!.Kill();
    }

    private void Stop()
    {
        _channel?.Dispose();
        _process?.Dispose();
        _channel = null;
        _process = null;
    }
}
