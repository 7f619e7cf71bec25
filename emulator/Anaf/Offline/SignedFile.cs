using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Schemas;

namespace Nf.Emulator.Anaf.Offline;

/// <summary>A file of a folder for declaration A4200 that could be opened.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Signer">Who signed it.</param>
/// <param name="Document">What it holds.</param>
internal sealed record SignedFile(string Name, X509Certificate2 Signer, AnafDocument Document)
{
    private const string Again = "Export the month again from the register";

    /// <summary>Opens a file and checks signature, certificate and schema.</summary>
    internal static SignedFile? Open(string path, DateTimeOffset now, List<A4200Finding> findings)
    {
        var name = Path.GetFileName(path);
        var cms = new SignedCms();
        if (SignedProblem(cms, File.ReadAllBytes(path)) is { } unsigned)
        {
            findings.Add(new A4200Finding(name, $"not validly signed data (PKCS#7): {unsigned.TrimEnd('.')}", Again));
            return null;
        }

        var signer = cms.SignerInfos[0].Certificate!;
        if (RegisterCertificate.ProfileProblem(signer) is { } problem)
            findings.Add(new A4200Finding(name, $"the signer's certificate is not one of a register: {problem}", "Let the technician install the register's own certificate and export again"));
        if (now < signer.NotBefore || now > signer.NotAfter)
            findings.Add(new A4200Finding(name, $"the certificate is valid from {signer.NotBefore:dd.MM.yyyy} to {signer.NotAfter:dd.MM.yyyy}", "Let the technician renew it"));
        var document = AnafSchemas.Read(new MemoryStream(cms.ContentInfo.Content));
        foreach (var line in document.Problems) findings.Add(new A4200Finding(name, $"not valid against the schema: {line.TrimEnd('.')}", Again));
        return document.Root is null || document.Problems.Count > 0 ? null : new SignedFile(name, signer, document);
    }

    private static string? SignedProblem(SignedCms cms, byte[] bytes)
    {
        try
        {
            cms.Decode(bytes);
        }
        catch (CryptographicException e)
        {
            return e.Message;
        }

        return SignedBody.ContentProblem(cms) ?? SignedBody.SignatureProblem(cms.SignerInfos[0]);
    }
}
