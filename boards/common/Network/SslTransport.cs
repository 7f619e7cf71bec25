using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using nanoFramework.Runtime.Native;
using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Boards.Network;

/// <summary>TLS by the runtime's SslStream over a socket.</summary>
/// <remarks>
/// Only SslVerification.CertificateRequired makes the runtime verify chain, validity and name; SslProtocols must be named,
/// since None means 1.3 alone. Why a handshake failed the runtime does not say. It compares validity with the chip's own
/// clock, which is set from the register's before each connection, on the loop's thread: the driver of the register's clock
/// has one buffer, and the loop reads it as well.
/// </remarks>
public sealed class SslTransport : ITlsTransport
{
    /// <summary>Longest wait of a call that sends or receives, milliseconds.</summary>
    private const int Timeout = 15000;

    /// <summary>The register's clock runs on local time, which is ahead of UTC by these ticks at least: two hours.</summary>
    private const long LocalTicks = 2L * 3600 * 10000000;

    private const int Ended = -1;
    private const int Broke = -2;

    private readonly IClock _clock;
    private Socket _socket;
    private SslStream _stream;

    /// <param name="clock">The register's clock.</param>
    public SslTransport(IClock clock) => _clock = clock;

    /// <inheritdoc/>
    public void Prepare()
    {
        if (_clock.Read(out DateTime now) == DeviceResult.Ok) Rtc.SetSystemTime(new DateTime(now.Ticks - LocalTicks));
    }

    /// <inheritdoc/>
    public TlsSocketStatus Open(string host, int port, TlsFiles files)
    {
        if (files.Authorities == null) return TlsSocketStatus.ServerNotTrusted;
        TlsSocketStatus status = Reach(host, port);
        return status == TlsSocketStatus.Connected ? Agree(host, files) : status;
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            if (!_stream.DataAvailable && !_socket.Poll(0, SelectMode.SelectRead)) return 0;
            int got = _stream.Read(buffer, offset, count);
            return got > 0 ? got : Ended;
        }
        catch (Exception)
        {
            return Broke;
        }
    }

    /// <inheritdoc/>
    public bool Write(byte[] buffer, int offset, int count)
    {
        try
        {
            _stream.Write(buffer, offset, count);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Close()
    {
        try
        {
            if (_stream != null) _stream.Dispose();
        }
        catch (Exception)
        {
            // It is broken already; the socket under it is closed all the same.
        }

        try
        {
            if (_socket != null) _socket.Close();
        }
        catch (Exception)
        {
            // The stream has closed it.
        }

        _stream = null;
        _socket = null;
    }

    private TlsSocketStatus Reach(string host, int port)
    {
        IPAddress address;
        try
        {
            address = Dns.GetHostEntry(host).AddressList[0];
        }
        catch (Exception)
        {
            return TlsSocketStatus.NameUnknown;
        }

        try
        {
            _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _socket.SendTimeout = Timeout;
            _socket.ReceiveTimeout = Timeout;
            _socket.Connect(new IPEndPoint(address, port));
            return TlsSocketStatus.Connected;
        }
        catch (SocketException fault)
        {
            return SocketFaults.Of(fault.ErrorCode);
        }
        catch (Exception)
        {
            return TlsSocketStatus.Lost;
        }
    }

    private TlsSocketStatus Agree(string host, TlsFiles files)
    {
        try
        {
            var authorities = new X509Certificate(files.Authorities);
            X509Certificate2 identity = files.Certificate == null ? null : new X509Certificate2(files.Certificate, files.Key, "");
            _stream = new SslStream(_socket);
            _stream.SslVerification = SslVerification.CertificateRequired;
            _stream.AuthenticateAsClient(host, identity, authorities, SslProtocols.Tls12 | SslProtocols.Tls13);
            return TlsSocketStatus.Connected;
        }
        catch (Exception)
        {
            return TlsSocketStatus.TlsFailed;
        }
    }
}
