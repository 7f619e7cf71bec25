namespace Nf.Emulator.Network;

/// <summary>The world behind a way out: who can be connected to.</summary>
public interface IInternet
{
    /// <summary>Begins a TLS connection as a client; never blocks.</summary>
    /// <param name="host">The server's name or address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="tls">What the client trusts and shows.</param>
    IInternetSession Connect(string host, int port, TlsParameters tls);
}
