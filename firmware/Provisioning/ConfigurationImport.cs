using Nf.Firmware.Errors;

namespace Nf.Firmware.Provisioning;

/// <summary>Brings a configuration, signed by ANAF, into the register from the technician's file.</summary>
internal sealed class ConfigurationImport
{
    private readonly CertificateDesk _certificates;
    private readonly ConfigurationUpdate _update;

    internal ConfigurationImport(CertificateDesk certificates, ConfigurationUpdate update)
    {
        _certificates = certificates;
        _update = update;
    }

    internal FiscalError Begin(ImportFile file, byte[] data, long now) => FiscalError.OwnCertificateFirst;

    internal FiscalError Step(long now) => _update.Step(now);
}
