using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Provisioning;

/// <summary>Reads certificates out of what they come in, a PEM file or a certificates-only CMS, and lays their DER one behind the other.</summary>
internal sealed class CertificateBundle
{
    private readonly PemReader _pem = new PemReader();

    /// <summary>Reads the technician's file: PEM, or the CMS in DER.</summary>
    internal FiscalError ReadFile(ImportFile file, byte[] data, out int count)
    {
        count = 0;
        _pem.Begin(file);
        while (true)
        {
            FiscalError error = _pem.Next(data, count, out PemLabel label, out int length);
            if (error != FiscalError.None || label == PemLabel.None) return error;
            if (label != PemLabel.Certificate) return FiscalError.PemUnsupported;
            count += length;
        }
    }
}
