using System;
using System.Net;
using System.Net.Sockets;
using Nf.Hal.Devices;

namespace Nf.Boards.Network;

/// <summary>The line to the POS program over the local network, for boards without a UART for it: one connection at a time.</summary>
/// <remarks>
/// Whoever is in the network can speak to the register; the protocol has passwords for what may not be done by all.
/// A new connection replaces the one before.
/// </remarks>
public sealed class TcpHostLine : IHostLine, IWork
{
    private const int SendTimeout = 200;
    private const int Longest = 512;

    private readonly object _lock = new object();
    private readonly int _port;
    private Socket _listener;
    private Socket _client;

    /// <param name="port">Where the register listens.</param>
    public TcpHostLine(int port) => _port = port;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        Socket client = Client();
        if (client == null) return 0;
        try
        {
            if (!client.Poll(0, SelectMode.SelectRead)) return 0;
            int there = client.Available;
            if (there == 0) return Drop(client);
            return client.Receive(buffer, offset, there < count ? there : count, SocketFlags.None);
        }
        catch (Exception)
        {
            return Drop(client);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Without a connection nobody waits for the answer: it is taken and thrown away.</remarks>
    public int Write(byte[] buffer, int offset, int count)
    {
        Socket client = Client();
        if (client == null) return count;
        try
        {
            return client.Send(buffer, offset, count < Longest ? count : Longest, SocketFlags.None);
        }
        catch (Exception)
        {
            return Drop(client);
        }
    }

    /// <inheritdoc/>
    public bool Work()
    {
        try
        {
            if (_listener == null) Listen();
            if (!_listener.Poll(0, SelectMode.SelectRead)) return false;
            Socket client = _listener.Accept();
            client.SendTimeout = SendTimeout;
            Take(client);
            return true;
        }
        catch (Exception)
        {
            // Without a network there is nothing to listen on; the next look tries again.
            Close(_listener);
            _listener = null;
            return false;
        }
    }

    // The runtime has 16 sockets in all: one that cannot be bound must be at hand to be closed.
    private void Listen()
    {
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Any, _port));
        _listener.Listen(1);
    }

    private Socket Client()
    {
        lock (_lock) return _client;
    }

    private void Take(Socket client)
    {
        Socket before;
        lock (_lock)
        {
            before = _client;
            _client = client;
        }

        Close(before);
    }

    private int Drop(Socket client)
    {
        lock (_lock)
        {
            if (_client == client) _client = null;
        }

        Close(client);
        return 0;
    }

    private static void Close(Socket socket)
    {
        try
        {
            if (socket != null) socket.Close();
        }
        catch (Exception)
        {
            // It is closed already.
        }
    }
}
