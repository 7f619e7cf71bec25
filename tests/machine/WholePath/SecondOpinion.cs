using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Schemas;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.WholePath;

/// <summary>What openssl and .NET's XML validator say to everything that passes between register, technician and ANAF.</summary>
internal sealed class SecondOpinion : IDisposable
{
    private const string Trust = "-CAfile root.pem -no-CApath -no-CAstore";

    private readonly TempFolder _folder = new();
    private readonly TestAuthority _authority;

    public SecondOpinion(TestAuthority authority)
    {
        _authority = authority;
        File.WriteAllText(_folder["root.pem"], authority.Root.ExportCertificatePem());
    }

    /// <summary>A signed document: openssl verifies signature and chain, the signer is whom it must be, the schema holds.</summary>
    /// <param name="signers">Thumbprints of those who may have signed it.</param>
    /// <param name="kinds">What it may be.</param>
    /// <returns>Its root.</returns>
    public XElement Signed(byte[] file, IEnumerable<string> signers, DateTimeOffset at, params AnafDocumentKind[] kinds)
    {
        File.WriteAllBytes(_folder["signed"], file);
        var content = OpenSsl.RunIn(_folder.Root, $"cms -verify -inform DER -in signed -binary -purpose any -signer signer.pem {Trust} {At(at)}");
        using var signer = X509Certificate2.CreateFromPem(File.ReadAllText(_folder["signer.pem"]));
        CollectionAssert.Contains(signers.ToArray(), signer.Thumbprint, "signer");
        var document = AnafSchemas.Read(new MemoryStream(content));
        Assert.IsEmpty(document.Problems, string.Join('\n', document.Problems));
        CollectionAssert.Contains(kinds, document.Kind);
        return document.Root!;
    }

    /// <summary>A document that ANAF signed.</summary>
    public XElement OfAnaf(byte[] file, DateTimeOffset at) => Signed(file, [_authority.Anaf.Thumbprint], at, AnafDocumentKind.FromServer);

    /// <summary>A request for a certificate (PKCS#10) bears a good signature of its own key.</summary>
    public void Request(byte[] request)
    {
        File.WriteAllBytes(_folder["request"], request);
        OpenSsl.RunIn(_folder.Root, "req -inform DER -in request -verify -noout");
    }

    /// <summary>The one certificate of a certificates-only CMS, whose chain openssl verifies.</summary>
    public X509Certificate2 Issued(byte[] cms, DateTimeOffset at)
    {
        File.WriteAllBytes(_folder["issued"], cms);
        OpenSsl.RunIn(_folder.Root, "pkcs7 -inform DER -in issued -print_certs -out issued.pem");
        return Chained("issued.pem", at);
    }

    /// <summary>The technician's files: ANAF's chain, the register's chain and key, the signed configuration.</summary>
    /// <returns>The register's certificate.</returns>
    public X509Certificate2 Files(string folder, string series, DateTimeOffset at)
    {
        File.Copy(Path.Combine(folder, TechnicianFiles.AnafName), _folder["anaf.pem"], true);
        Chained("anaf.pem", at).Dispose();
        File.Copy(Path.Combine(folder, TechnicianFiles.CertificateName(series)), _folder["own.pem"], true);
        CollectionAssert.AreEqual(OpenSsl.RunIn(_folder.Root, "x509 -in own.pem -pubkey -noout"), OpenSsl.RunIn(_folder.Root, "pkey -in own.pem -pubout"), "the key is the certificate's");
        OfAnaf(File.ReadAllBytes(Path.Combine(folder, TechnicianFiles.ConfigurationName(series))), at);
        return Chained("own.pem", at);
    }

    public void Dispose() => _folder.Dispose();

    private X509Certificate2 Chained(string name, DateTimeOffset at)
    {
        OpenSsl.RunIn(_folder.Root, $"verify {Trust} {At(at)} {name}");
        return X509Certificate2.CreateFromPem(File.ReadAllText(_folder[name]));
    }

    // The register's own time: the certificates are valid in it.
    private static string At(DateTimeOffset at) => $"-attime {at.ToUnixTimeSeconds()}";
}
