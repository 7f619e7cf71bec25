using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;

namespace Nf.Fuzz.Targets;

/// <summary>One certificate.</summary>
internal sealed class CertificateTarget : IFuzzTarget
{
    private readonly CertificateReader _reader = new();
    private readonly Certificate _certificate = new();

    public string Name => "certificate";

    public void Run(byte[] data)
    {
        if (_reader.Read(_certificate, data, 0, data.Length) != FiscalError.None) return;
        Inside(_certificate.Issuer, data);
        Inside(_certificate.Subject, data);
        Inside(_certificate.SubjectSerial, data);
        Inside(_certificate.CommonName, data);
        Inside(_certificate.Modulus, data);
        Inside(_certificate.Extensions, data);
        Inside(_certificate.KeyIdentifier, data);
        Inside(_certificate.AuthorityKeyIdentifier, data);
        Inside(_certificate.Signature, data);
        FuzzTargets.Check(_certificate.Modulus.Count is >= 256 and <= 512, "a key of a length that is taken");
        FuzzTargets.Check(_certificate.ValidFrom >= 0 && _certificate.ValidTo >= 0, "moments since 2000");
    }

    internal static void Inside(DerRange range, byte[] data) =>
        FuzzTargets.Check(range.Offset >= 0 && range.Count >= 0 && range.Offset <= data.Length - range.Count, "a place in the buffer");
}
