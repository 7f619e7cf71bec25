using System;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Signatures;

namespace Nf.Firmware.Provisioning;

/// <summary>Reads certificates out of what they come in, a PEM file or a certificates-only CMS, and lays their DER one behind the other.</summary>
internal sealed class CertificateBundle
{
    private readonly PemReader _pem = new PemReader();
    private readonly CmsReader _cms = new CmsReader();

    /// <summary>Reads the technician's file: PEM of certificates, or a certificates-only CMS in PEM or DER.</summary>
    internal FiscalError ReadFile(ImportFile file, byte[] data, out int count)
    {
        count = 0;
        if (file.IsDer)
        {
            FiscalError read = file.ReadAll(data, out int whole);
            return read == FiscalError.None ? ReadCms(data, whole, out count) : read;
        }

        _pem.Begin(file);
        while (true)
        {
            FiscalError error = _pem.Next(data, count, out PemLabel label, out int length);
            if (error != FiscalError.None || label == PemLabel.None) return error;
            if (label == PemLabel.Signed && count == 0) return ReadCms(data, length, out count);
            if (label != PemLabel.Certificate) return FiscalError.PemUnsupported;
            count += length;
        }
    }

    /// <summary>Reads a certificates-only CMS, DER; its certificates take its place.</summary>
    internal FiscalError ReadCms(byte[] data, int count, out int certificates)
    {
        certificates = 0;
        FiscalError error = _cms.Read(data, 0, count);
        if (error != FiscalError.None) return error;
        if (_cms.SignerCount != 0 || _cms.CertificateCount == 0) return FiscalError.SignedUnsupported;
        for (int i = 0; i < _cms.CertificateCount; i++)
        {
            DerRange certificate = _cms.CertificateAt(i);
            Array.Copy(data, certificate.Offset, data, certificates, certificate.Count);
            certificates += certificate.Count;
        }

        return FiscalError.None;
    }
}
