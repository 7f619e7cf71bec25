using System.Security.Cryptography.Pkcs;
using System.Xml.Linq;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Schemas;

namespace Nf.Tests.Machine.Anaf;

/// <summary>Reads what comes from the stand-in.</summary>
internal static class AnswerReader
{
    /// <summary>Opens a document that ANAF signed, and checks signature, signer and schema.</summary>
    public static XElement Open(byte[] body, TestAuthority authority)
    {
        var cms = new SignedCms();
        cms.Decode(body);
        cms.CheckSignature(verifySignatureOnly: true);
        Assert.AreEqual(authority.Anaf, cms.SignerInfos[0].Certificate);
        var document = AnafSchemas.Read(new MemoryStream(cms.ContentInfo.Content));
        Assert.IsEmpty(document.Problems, string.Join('\n', document.Problems));
        return document.Root!;
    }
}
