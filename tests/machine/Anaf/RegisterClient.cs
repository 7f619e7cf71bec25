using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Server;

namespace Nf.Tests.Machine.Anaf;

/// <summary>A register's side of the connection: TLS with its certificate, and the server's checked as strictly as a register does.</summary>
internal sealed class RegisterClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="certificate">The register's, with its key; null for a client without one.</param>
    /// <param name="authority">Whom it trusts.</param>
    /// <param name="now">Its clock.</param>
    public RegisterClient(int port, X509Certificate2? certificate, TestAuthority authority, DateTimeOffset now)
    {
        var trust = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = now.UtcDateTime,
            VerificationTimeIgnored = false,
        };
        trust.CustomTrustStore.Add(authority.Root);
        var tls = new SslClientAuthenticationOptions
        {
            TargetHost = AnafServerOrder.UsualHost,
            CertificateChainPolicy = trust,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, null, offline: true),
        };
        _http = new HttpClient(new SocketsHttpHandler { SslOptions = tls, UseProxy = false }) { BaseAddress = new Uri($"https://127.0.0.1:{port}") };
    }

    /// <summary>Sends a body and reads the whole answer.</summary>
    public async Task<(int Status, byte[] Body)> SendAsync(byte[] body, string path = "/bon", string type = "application/pkcs7-mime", CancellationToken stop = default)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.ConnectionClose = true;
        using var answer = await _http.SendAsync(request, stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(stop));
    }

    public void Dispose() => _http.Dispose();
}
