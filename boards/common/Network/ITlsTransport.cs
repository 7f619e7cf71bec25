using Nf.Hal.Buses;

namespace Nf.Boards.Network;

/// <summary>One TLS connection whose calls block; <see cref="TlsWorker"/> makes all but the first on a thread of its own.</summary>
public interface ITlsTransport
{
    /// <summary>What must be done before on the loop's thread; does not block.</summary>
    void Prepare();

    /// <summary>Connects and agrees TLS.</summary>
    /// <param name="files">What to trust and what to show.</param>
    /// <returns>Connected, or what was wrong.</returns>
    TlsSocketStatus Open(string host, int port, TlsFiles files);

    /// <summary>Received bytes: 0 when there are none yet, -1 when the server has ended it, -2 when it broke.</summary>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Sends; false when it broke.</summary>
    bool Write(byte[] buffer, int offset, int count);

    /// <summary>Closes what is open.</summary>
    void Close();
}
