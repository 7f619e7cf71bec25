using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Nf.Emulator.Anaf.Authority;

/// <summary>An authority for tests: its root, ANAF's signing certificate, and certificates for servers and registers.</summary>
/// <remarks>
/// Nothing of it may be trusted outside a test; names and files say so.
/// <code>
/// using var authority = TestAuthority.Create(now, TestKeys.Stored(1));
/// using var register = authority.Register("1234567890", now);
/// </code>
/// </remarks>
public sealed class TestAuthority : IDisposable
{
    /// <summary>Stands in every name and file name.</summary>
    public const string Warning = "NEVER_USE_IN_A_REAL_SYSTEM";

    private const int RootYears = 25;
    private const int SignerYears = 15;
    private const int RegisterYears = 10;
    private const int ServerYears = 10;

    private readonly TestKeys _keys;

    private TestAuthority(TestKeys keys, X509Certificate2 root, X509Certificate2 anaf)
    {
        _keys = keys;
        Root = root;
        Anaf = anaf;
    }

    /// <summary>The root with its key.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>ANAF's signing certificate with its key.</summary>
    public X509Certificate2 Anaf { get; }

    /// <summary>A new authority in memory.</summary>
    /// <param name="now">What is issued is valid from the day before.</param>
    public static TestAuthority Create(DateTimeOffset now, TestKeys keys)
    {
        var root = SelfSigned($"{Warning} root", now, keys);
        using var key = keys.Next();
        using var signer = Issue(CertificateForms.Signer(key, root), root, keys, now.AddDays(-1), now.AddYears(SignerYears));
        return new TestAuthority(keys, root, signer.CopyWithPrivateKey(key));
    }

    /// <summary>The authority that a folder keeps; a new one when it keeps none.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="CryptographicException">A file in it is damaged.</exception>
    public static TestAuthority Keep(string folder, DateTimeOffset now, TestKeys keys)
    {
        var root = AuthorityFiles.Read(folder, AuthorityFiles.Root);
        var anaf = AuthorityFiles.Read(folder, AuthorityFiles.Anaf);
        if (root is not null && anaf is not null) return new TestAuthority(keys, root, anaf);
        var authority = Create(now, keys);
        AuthorityFiles.Write(folder, AuthorityFiles.Root, authority.Root);
        AuthorityFiles.Write(folder, AuthorityFiles.Anaf, authority.Anaf);
        return authority;
    }

    /// <summary>A server's certificate with its key.</summary>
    /// <param name="names">Its DNS names and IP addresses.</param>
    public X509Certificate2 Server(IReadOnlyList<string> names, DateTimeOffset now) => Server(names, now.AddDays(-1), now.AddYears(ServerYears), Root);

    /// <summary>A server's certificate that was valid until the day before.</summary>
    public X509Certificate2 ExpiredServer(IReadOnlyList<string> names, DateTimeOffset now) =>
        Server(names, now.AddYears(-1), now.AddDays(-1), Root);

    /// <summary>A server's certificate under a root that nobody trusts.</summary>
    public X509Certificate2 ForeignServer(IReadOnlyList<string> names, DateTimeOffset now)
    {
        using var stranger = SelfSigned($"{Warning} other root", now, _keys);
        return Server(names, now.AddDays(-1), now.AddYears(ServerYears), stranger);
    }

    /// <summary>A new certificate for a register, with a new key pair.</summary>
    /// <param name="series">Its ten-digit series (NUI).</param>
    public X509Certificate2 Register(string series, DateTimeOffset now)
    {
        using var key = _keys.Next();
        return Register(series, key, now.AddDays(-1), now.AddYears(RegisterYears));
    }

    /// <summary>A certificate for a register's key pair, valid between these moments.</summary>
    public X509Certificate2 Register(string series, RSA key, DateTimeOffset from, DateTimeOffset to)
    {
        using var certificate = Issue(CertificateForms.Register(series, new PublicKey(key), Root), Root, _keys, from, to);
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>A register's new certificate for the key in a request (PKCS#10).</summary>
    /// <param name="series">The register that asks.</param>
    /// <param name="request">The request, DER.</param>
    /// <exception cref="CryptographicException">It is no request, or its signature is wrong.</exception>
    /// <exception cref="ArgumentException">Its key is not RSA-2048.</exception>
    public X509Certificate2 Renew(string series, byte[] request, DateTimeOffset now)
    {
        var asked = CertificateRequest.LoadSigningRequest(request, HashAlgorithmName.SHA256,
            signerSignaturePadding: RSASignaturePadding.Pkcs1);
        using var key = asked.PublicKey.GetRSAPublicKey();
        if (key?.KeySize != 2048) throw new ArgumentException("the request's key is not RSA-2048", nameof(request));
        return Issue(CertificateForms.Register(series, asked.PublicKey, Root), Root, _keys, now.AddDays(-1), now.AddYears(RegisterYears));
    }

    public void Dispose()
    {
        Root.Dispose();
        Anaf.Dispose();
    }

    private X509Certificate2 Server(IReadOnlyList<string> names, DateTimeOffset from, DateTimeOffset to, X509Certificate2 issuer)
    {
        using var key = _keys.Next();
        using var certificate = Issue(CertificateForms.Server(names, key, issuer), issuer, _keys, from, to);
        return certificate.CopyWithPrivateKey(key);
    }

    private static X509Certificate2 SelfSigned(string name, DateTimeOffset now, TestKeys keys)
    {
        using var key = keys.Next();
        var form = CertificateForms.Root(name, key);
        using var certificate = form.Create(form.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            now.AddYears(-2), now.AddYears(RootYears), keys.Serial());
        return certificate.CopyWithPrivateKey(key);
    }

    private static X509Certificate2 Issue(CertificateRequest form, X509Certificate2 issuer, TestKeys keys, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = issuer.GetRSAPrivateKey()!;
        return form.Create(issuer.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), from, to, keys.Serial());
    }
}
