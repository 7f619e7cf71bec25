namespace Nf.Hal.Buses;

/// <summary>One TLS connection of the board's own network stack, and the certificates that the board keeps for it.</summary>
/// <remarks>
/// A board implements it over its runtime's sockets and TLS, which block: on a thread or task of their own, since nothing
/// here may block. The stack verifies chain, validity and name against the stored authorities and shows the identity
/// in use; TLS 1.2 and 1.3 alone. On nanoFramework that is
/// <code>stream.SslVerification = SslVerification.CertificateRequired;
/// stream.AuthenticateAsClient(host, identity, authorities, SslProtocols.Tls12 | SslProtocols.Tls13);</code>
/// What is stored may be gone after a restart: the firmware brings it again before the first connection.
/// </remarks>
public interface ITlsSocket
{
    TlsSocketStatus Status { get; }

    /// <summary>The protocol that was agreed, as "TLS 1.3"; empty while there is none.</summary>
    string Protocol { get; }

    /// <summary>Begins to connect; one that was connected is closed first.</summary>
    void Connect(string host, int port);

    /// <summary>Takes received bytes; 0 when there are none. What came before the end can be read after it.</summary>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Hands over bytes to send and says how many were taken.</summary>
    int Write(byte[] buffer, int offset, int count);

    /// <summary>Closes it, whatever state it is in.</summary>
    void Close();

    /// <summary>Keeps the authorities' certificates, PEM; false when the board could not.</summary>
    bool StoreAuthorities(byte[] pem, int count);

    /// <summary>Keeps a certificate and its key, PEM, in place 0 or 1; false when the board could not.</summary>
    bool StoreIdentity(int place, byte[] certificatePem, int certificateCount, byte[] keyPem, int keyCount);

    /// <summary>Which identity connections show from now on; -1 for none.</summary>
    void Use(int place);
}
