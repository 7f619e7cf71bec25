using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Firmware.Signatures;
using Nf.Hal.Crypto;

namespace Nf.Fuzz.Targets;

/// <summary>CMS: signed data with ANAF's answer inside, and certificates alone, up to where a signature's arithmetic would begin.</summary>
internal sealed class SignedTarget : IFuzzTarget
{
    private const int PieceLength = 64;

    private readonly CmsReader _reader = new();
    private readonly CmsVerifier _verifier = new(new RsaPublicKey());
    private readonly CertificatePool _pool = new();
    private readonly ConfigurationParser _parser = new();

    public string Name => "signed";

    public void Run(byte[] data)
    {
        var error = _reader.Read(data, 0, data.Length);
        Verify(data);
        if (error != FiscalError.None)
        {
            FuzzTargets.Check(_verifier.Outcome == error, "the verifier refuses what the reader refuses");
            return;
        }

        if (_reader.HasContent) ReadContent(data);
        for (var i = 0; i < _reader.CertificateCount; i++)
        {
            CertificateTarget.Inside(_reader.CertificateAt(i), data);
            // As the answer to a request for renewal is taken.
            _pool.Add(data, _reader.CertificateAt(i), false);
        }
    }

    // The content's digest, piece by piece, and the signature's beginning; not the arithmetic, which no input changes.
    private void Verify(byte[] data)
    {
        _pool.Cut(0);
        _verifier.Begin(data, 0, data.Length, _pool, 800_000_000);
        var steps = _reader.Content.Count / PieceLength + 2;
        for (var step = 0; step < steps && _verifier.Step(); step++) { }
        _pool.Cut(0);
    }

    private void ReadContent(byte[] data)
    {
        CertificateTarget.Inside(_reader.Content, data);
        if (_parser.Parse(data, _reader.Content.Offset, _reader.Content.Count) == FiscalError.None) ConfigurationTarget.Check(_parser.Message, data);
    }
}
