using System.Security.Cryptography.X509Certificates;
using Nf.Firmware.Bytes;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Signatures;
using Nf.Hal.Crypto;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Certificates;

/// <summary>The firmware's verifiers in one call each, and openssl.</summary>
internal static class Verify
{
    /// <summary>A certificate that must be readable.</summary>
    public static Certificate Read(byte[] der)
    {
        var certificate = new Certificate();
        Assert.AreEqual(FiscalError.None, new CertificateReader().Read(certificate, der, 0, der.Length));
        return certificate;
    }

    /// <summary>A chain from a leaf over others to what is trusted.</summary>
    public static FiscalError Chain(byte[] leaf, byte[][] others, byte[][] trusted, long? utc = null, int usage = Certificate.DigitalSignature,
        bool selfSignedEnds = false)
    {
        var pool = new CertificatePool();
        foreach (var (der, isTrusted) in others.Prepend(leaf).Select(der => (der, false)).Concat(trusted.Select(der => (der, true))))
        {
            var error = pool.Add(der, new DerRange(0, der.Length), isTrusted);
            if (error != FiscalError.None) return error;
        }

        var chain = new CertificateChain(new RsaPublicKey());
        chain.Begin(pool, pool[0], utc ?? TestPki.Utc, usage, selfSignedEnds);
        while (chain.Step()) { }
        return chain.Outcome;
    }

    /// <summary>Signed data under what is trusted; the content comes along.</summary>
    public static FiscalError Signed(byte[] der, out byte[] content, byte[][]? trusted = null, long? utc = null)
    {
        var pool = new CertificatePool();
        foreach (var anchor in trusted ?? [TestPki.Root.RawData])
            Assert.AreEqual(FiscalError.None, pool.Add(anchor, new DerRange(0, anchor.Length), true));
        var before = pool.Count;
        var verifier = new CmsVerifier(new RsaPublicKey());
        verifier.Begin(der, 0, der.Length, pool, utc ?? TestPki.Utc);
        while (verifier.Step()) { }
        Assert.AreEqual(before, pool.Count, "the pool is given back as it was");
        content = verifier.Outcome == FiscalError.None ? der[verifier.Content.Offset..(verifier.Content.Offset + verifier.Content.Count)] : [];
        return verifier.Outcome;
    }

    public static byte[] Bytes(this DerRange range, byte[] data) => data[range.Offset..(range.Offset + range.Count)];

    public static void WritePem(TempFolder folder, string name, params X509Certificate2[] certificates) =>
        File.WriteAllLines(folder[name], certificates.Select(certificate => certificate.ExportCertificatePem()));
}

/// <summary>Takes bytes into memory.</summary>
internal sealed class MemorySink : IByteSink
{
    private readonly MemoryStream _bytes = new();

    public byte[] Bytes => _bytes.ToArray();

    public FiscalError Write(byte[] bytes, int offset, int count)
    {
        _bytes.Write(bytes, offset, count);
        return FiscalError.None;
    }
}
