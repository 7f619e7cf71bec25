using System.Net.Sockets;

namespace Nf.Emulator.Host;

/// <summary>One connection of a host: reads ahead by one chunk, and writes without ever holding up the machine.</summary>
internal sealed class HostConnection : IDisposable
{
    private const int ChunkSize = 1024;

    private readonly Socket _socket;
    private readonly byte[] _chunk = new byte[ChunkSize];
    private readonly SemaphoreSlim _chunkTaken = new(0);
    private volatile bool _closed;

    public HostConnection(Socket socket)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _socket.Blocking = false;
    }

    /// <summary>The connection is over; what is written to it is lost.</summary>
    public bool Closed => _closed;

    /// <summary>Reads until the connection ends. Each chunk waits until <see cref="TakeChunk"/>.</summary>
    /// <param name="arrived">Called with the chunk's length, on a thread of the pool.</param>
    public async Task ReadAsync(Action<int> arrived)
    {
        try
        {
            int count;
            while ((count = await _socket.ReceiveAsync(_chunk).ConfigureAwait(false)) > 0)
            {
                arrived(count);
                await _chunkTaken.WaitAsync().ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The host broke the connection, or a newer one replaced it.
        }

        Dispose();
    }

    /// <summary>Hands the chunk over and lets the next one come.</summary>
    public void TakeChunk(int count, IHostPort port)
    {
        port.Receive(_chunk.AsSpan(0, count));
        _chunkTaken.Release();
    }

    /// <summary>Sends what the socket takes at once.</summary>
    /// <returns>How many bytes it took; all of them when the connection is over.</returns>
    public int Send(ReadOnlySpan<byte> bytes)
    {
        if (_closed) return bytes.Length;
        try
        {
            var sent = _socket.Send(bytes, SocketFlags.None, out var error);
            if (error == SocketError.Success) return sent;
            if (error == SocketError.WouldBlock) return 0;
        }
        catch (ObjectDisposedException)
        {
            // Closed by another thread since the test above.
        }

        Dispose();
        return bytes.Length;
    }

    /// <summary>Ends the connection.</summary>
    public void Dispose()
    {
        _closed = true;
        _socket.Dispose();
    }
}
