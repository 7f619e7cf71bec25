using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Nf.Emulator.Network;

/// <summary>The client's side of a TLS handshake by .NET: verifies chain, name and time, and remembers what was wrong.</summary>
internal sealed class ClientTls(string host, TlsParameters parameters)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The server's certificate was refused.</summary>
    public bool ServerRefused { get; private set; }

    /// <summary>The version that was agreed.</summary>
    public static string NameOf(SslProtocols protocol) => protocol == SslProtocols.Tls13 ? "TLS 1.3" : "TLS 1.2";

    /// <exception cref="CryptographicException">What the client is to show is no certificate with its key.</exception>
    public SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            EnabledSslProtocols = parameters.Protocols,
            CertificateChainPolicy = Policy(),
            RemoteCertificateValidationCallback = Accepts,
        };
        if (parameters.CertificatePem.Length > 0) options.ClientCertificateContext = Identity();
        return options;
    }

    private bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        ServerRefused = errors != SslPolicyErrors.None;
        return !ServerRefused;
    }

    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = parameters.Now,
            VerificationTimeIgnored = false,
        };
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        if (parameters.AuthoritiesPem.Length > 0) policy.CustomTrustStore.ImportFromPem(parameters.AuthoritiesPem);
        return policy;
    }

    private SslStreamCertificateContext Identity()
    {
        var above = new X509Certificate2Collection();
        above.ImportFromPem(parameters.CertificatePem);
        return SslStreamCertificateContext.Create(X509Certificate2.CreateFromPem(parameters.CertificatePem, parameters.KeyPem), above, offline: true);
    }
}
