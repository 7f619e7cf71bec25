using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Desk;

namespace Nf.Emulator.Anaf.Server;

/// <summary>How the stand-in does TLS with a connection: as it should, or with what was prepared.</summary>
internal sealed class ServerCertificates
{
    private readonly AnafDesk _desk;
    private readonly TimeProvider _clock;
    private readonly RefusedConnections _refused;
    private readonly Lazy<SslStreamCertificateContext> _good;
    private readonly Lazy<SslStreamCertificateContext> _otherName;
    private readonly Lazy<SslStreamCertificateContext> _expired;
    private readonly Lazy<SslStreamCertificateContext> _otherRoot;

    internal ServerCertificates(AnafDesk desk, string host, TimeProvider clock, RefusedConnections refused)
    {
        (_desk, _clock, _refused) = (desk, clock, refused);
        var authority = desk.Authority;
        string[] names = [host, "localhost", "127.0.0.1"];
        _good = Later(() => authority.Server(names, clock.GetUtcNow()));
        _otherName = Later(() => authority.Server(["other.nf.test"], clock.GetUtcNow()));
        _expired = Later(() => authority.ExpiredServer(names, clock.GetUtcNow()));
        _otherRoot = Later(() => authority.ForeignServer(names, clock.GetUtcNow()));
    }

    /// <summary>The options for the next connection.</summary>
    internal SslServerAuthenticationOptions Next()
    {
        var fault = _desk.Prepared.TakeTls()?.Kind;
        return new SslServerAuthenticationOptions
        {
            ServerCertificateContext = Shown(fault).Value,
            EnabledSslProtocols = Protocols(fault),
            ClientCertificateRequired = true,
            CertificateChainPolicy = RegisterCertificate.Policy(_desk.Authority.Root, _clock.GetUtcNow()),
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            RemoteCertificateValidationCallback = IsRegister,
            AllowRenegotiation = false,
            AllowTlsResume = false,
        };
    }

    private bool IsRegister(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        var reasons = chain?.ChainStatus.Select(status => status.Status.ToString()) ?? [];
        _refused.Add(new RefusedConnection(_clock.GetUtcNow(), certificate?.Subject ?? "no certificate", string.Join(", ", reasons.Prepend(errors.ToString()))));
        return false;
    }

    private Lazy<SslStreamCertificateContext> Shown(AnswerKind? fault) => fault switch
    {
        AnswerKind.TlsOtherName => _otherName,
        AnswerKind.TlsExpired => _expired,
        AnswerKind.TlsOtherRoot => _otherRoot,
        _ => _good,
    };

#pragma warning disable SYSLIB0039 // Old on purpose: the register must not accept it.
    private static SslProtocols Protocols(AnswerKind? fault) => fault == AnswerKind.TlsOld ? SslProtocols.Tls11 : SslProtocols.Tls12 | SslProtocols.Tls13;
#pragma warning restore SYSLIB0039

    private static Lazy<SslStreamCertificateContext> Later(Func<X509Certificate2> make) =>
        new(() => SslStreamCertificateContext.Create(make(), null, offline: true));
}
