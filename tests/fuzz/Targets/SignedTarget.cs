using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Signatures;
using Nf.Hal.Crypto;

namespace Nf.Fuzz.Targets;

/// <summary>CMS: signed data and certificates alone, up to where a signature's arithmetic would begin.</summary>
internal sealed class SignedTarget : IFuzzTarget
{
    private const int Steps = 50;

    private readonly CmsReader _reader = new();
    private readonly CmsVerifier _verifier = new(new RsaPublicKey());
    private readonly CertificatePool _pool = new();

    public string Name => "signed";

    public void Run(byte[] data)
    {
        var error = _reader.Read(data, 0, data.Length);
        _pool.Cut(0);
        _verifier.Begin(data, 0, data.Length, _pool, 800_000_000);
        for (var step = 0; step < Steps && _verifier.Step(); step++) { }
        if (error != FiscalError.None)
        {
            FuzzTargets.Check(_verifier.Outcome == error, "the verifier refuses what the reader refuses");
            return;
        }

        if (_reader.HasContent) CertificateTarget.Inside(_reader.Content, data);
        for (var i = 0; i < _reader.CertificateCount; i++) CertificateTarget.Inside(_reader.CertificateAt(i), data);
    }
}
