using System;
using Nf.Hal.Buses;

namespace Nf.Boards.Network;

/// <summary>A TLS connection for the loop, which never blocks, over a transport, which does.</summary>
/// <remarks>
/// The loop calls what <see cref="ITlsSocket"/> has; a thread of its own calls <see cref="Work"/> over and over. Threads of
/// the runtime share one task, so that a native call that blocks (looking up a name, connecting to a machine that does not
/// answer, the handshake) stops the loop all the same, for seconds: it is made on a thread so that only those calls do.
/// </remarks>
public sealed class TlsWorker : ITlsSocket, IWork
{
    private const int InputSize = 4096;
    private const int OutputSize = 2048;
    private const int Chunk = 1024;

    private readonly ITlsTransport _transport;
    private readonly object _lock = new object();
    private readonly TlsFiles _files = new TlsFiles();
    private readonly byte[] _input = new byte[InputSize];
    private readonly byte[] _output = new byte[OutputSize];
    private readonly byte[] _chunk = new byte[Chunk];
    private TlsSocketStatus _status;
    private string _host;
    private int _port;
    private int _inputCount;
    private int _outputCount;
    private int _wanted;
    private bool _open;

    /// <param name="transport">Who blocks.</param>
    public TlsWorker(ITlsTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public TlsSocketStatus Status
    {
        get
        {
            lock (_lock) return _status;
        }
    }

    /// <inheritdoc/>
    /// <remarks>The runtime does not tell which version was agreed; it knows 1.2 and 1.3.</remarks>
    public string Protocol => Status == TlsSocketStatus.Connected ? "TLS" : "";

    /// <inheritdoc/>
    public void Connect(string host, int port)
    {
        _transport.Prepare();
        lock (_lock)
        {
            Begin(TlsSocketStatus.Connecting);
            _host = host;
            _port = port;
        }
    }

    /// <inheritdoc/>
    public void Close()
    {
        lock (_lock) Begin(TlsSocketStatus.Closed);
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        lock (_lock)
        {
            if (count > _inputCount) count = _inputCount;
            Array.Copy(_input, 0, buffer, offset, count);
            _inputCount -= count;
            Array.Copy(_input, count, _input, 0, _inputCount);
            return count;
        }
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        lock (_lock)
        {
            if (_status != TlsSocketStatus.Connected) return 0;
            int room = OutputSize - _outputCount;
            if (count > room) count = room;
            Array.Copy(buffer, offset, _output, _outputCount, count);
            _outputCount += count;
            return count;
        }
    }

    /// <inheritdoc/>
    public bool StoreAuthorities(byte[] pem, int count)
    {
        lock (_lock) _files.StoreAuthorities(pem, count);
        return true;
    }

    /// <inheritdoc/>
    public bool StoreIdentity(int place, byte[] certificatePem, int certificateCount, byte[] keyPem, int keyCount)
    {
        lock (_lock) _files.StoreIdentity(place, certificatePem, certificateCount, keyPem, keyCount);
        return true;
    }

    /// <inheritdoc/>
    public void Use(int place)
    {
        lock (_lock) _files.Use(place);
    }

    /// <inheritdoc/>
    public bool Work()
    {
        int wanted;
        TlsSocketStatus status;
        lock (_lock)
        {
            wanted = _wanted;
            status = _status;
        }

        if (status == TlsSocketStatus.Connecting) return Open(wanted);
        if (status == TlsSocketStatus.Connected) return Send(wanted) | Receive(wanted);
        if (!_open) return false;
        CloseTransport();
        return true;
    }

    private void Begin(TlsSocketStatus status)
    {
        _wanted++;
        _status = status;
        _inputCount = 0;
        _outputCount = 0;
    }

    private bool Open(int wanted)
    {
        CloseTransport();
        _open = true;
        End(wanted, _transport.Open(_host, _port, _files));
        return true;
    }

    private void CloseTransport()
    {
        if (_open) _transport.Close();
        _open = false;
    }

    private bool Send(int wanted)
    {
        int count;
        lock (_lock)
        {
            if (_wanted != wanted || _outputCount == 0) return false;
            count = _outputCount < Chunk ? _outputCount : Chunk;
            Array.Copy(_output, _chunk, count);
            _outputCount -= count;
            Array.Copy(_output, count, _output, 0, _outputCount);
        }

        if (!_transport.Write(_chunk, 0, count)) End(wanted, TlsSocketStatus.Lost);
        return true;
    }

    private bool Receive(int wanted)
    {
        int room;
        lock (_lock)
        {
            if (_wanted != wanted || _status != TlsSocketStatus.Connected) return false;
            room = InputSize - _inputCount;
        }

        if (room == 0) return false;
        int count = _transport.Read(_chunk, 0, room < Chunk ? room : Chunk);
        if (count == 0) return false;
        if (count < 0) End(wanted, count == -1 ? TlsSocketStatus.Ended : TlsSocketStatus.Lost);
        else Take(wanted, count);
        return true;
    }

    private void Take(int wanted, int count)
    {
        lock (_lock)
        {
            if (_wanted != wanted) return;
            Array.Copy(_chunk, 0, _input, _inputCount, count);
            _inputCount += count;
        }
    }

    /// <summary>What became of it, unless the loop has asked for something else meanwhile.</summary>
    private void End(int wanted, TlsSocketStatus status)
    {
        lock (_lock)
        {
            if (_wanted == wanted) _status = status;
        }
    }
}
