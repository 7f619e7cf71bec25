namespace Nf.Hal.Devices;

/// <summary>What a TLS stack trusts and shows: the authorities' certificates, the register's own and its key.</summary>
/// <remarks>
/// A way out implements it: a modem over its file system, a board over its own TLS stack. Nothing can be read back.
/// There are two places for what the register shows, as in the crypto module, so that the old one works until
/// <see cref="Use"/> names the new one:
/// <code>module.BeginGive(1, certificate, length, store); ... store.Use(1);</code>
/// Storing may take time: it goes on by the way out's Poll until <see cref="IsBusy"/> is false.
/// </remarks>
public interface ITlsStore
{
    /// <summary>Storing is under way; what is asked for meanwhile is misuse.</summary>
    bool IsBusy { get; }

    /// <summary>What became of the last storing.</summary>
    DeviceResult Outcome { get; }

    /// <summary>Takes the certificates that the server's chain must end in, PEM, one or several; they replace those before.</summary>
    DeviceResult StoreAuthorities(byte[] pem, int count);

    /// <summary>Takes a certificate and its private key, PEM each (PKCS#1 or PKCS#8, unencrypted), into a place. Both are copied.</summary>
    DeviceResult StoreIdentity(int place, byte[] certificatePem, int certificateCount, byte[] keyPem, int keyCount);

    /// <summary>Which place's certificate connections show from now on; -1 for none.</summary>
    DeviceResult Use(int place);
}
