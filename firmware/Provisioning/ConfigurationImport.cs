using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Online;

namespace Nf.Firmware.Provisioning;

/// <summary>Brings mP or mReset, signed by ANAF, into the register from the technician's file; both certificates come first.</summary>
internal sealed class ConfigurationImport
{
    private readonly CertificateDesk _certificates;
    private readonly ConfigurationDesk _configuration;
    private readonly AnafSignature _signature;
    private readonly ConfigurationUpdate _update;
    private readonly ConfigurationParser _parser;
    private readonly PemReader _pem = new PemReader();
    private byte[] _data;
    private bool _isVerified;

    internal ConfigurationImport(CertificateDesk certificates, ConfigurationDesk configuration, AnafSignature signature, ConfigurationUpdate update,
        ConfigurationParser parser)
    {
        _certificates = certificates;
        _configuration = configuration;
        _signature = signature;
        _update = update;
        _parser = parser;
    }

    /// <summary>Reads the file and begins to verify it.</summary>
    /// <param name="file">Opened before.</param>
    /// <param name="data">Takes it, and stays as it is until it is done.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal FiscalError Begin(ImportFile file, byte[] data, long now)
    {
        _data = data;
        _isVerified = false;
        if (_certificates.AnafPlace < 0) return FiscalError.AnafCertificateFirst;
        if (_certificates.OwnPlace < 0) return FiscalError.OwnCertificateFirst;
        FiscalError error = Read(file, out int count);
        return error == FiscalError.None ? _signature.Begin(data, count, now) : error;
    }

    /// <summary>The next step. Busy: ask again; None: it is in force.</summary>
    internal FiscalError Step(long now)
    {
        if (_isVerified) return _update.Step(now);
        FiscalError error = _signature.Step();
        if (error != FiscalError.None) return error;
        error = _parser.Parse(_data, _signature.Content.Offset, _signature.Content.Count);
        if (error != FiscalError.None) return error;
        ConfigurationMessage message = _parser.Message;
        if (message.Kind == MessageKind.Answer) return FiscalError.ConfigurationForm;
        if (_configuration.IsInForce(message)) return FiscalError.None;
        error = _update.Begin(message, _data, RecordSource.Technician, now);
        _isVerified = error == FiscalError.None;
        return _isVerified ? FiscalError.Busy : error;
    }

    private FiscalError Read(ImportFile file, out int count)
    {
        if (file.IsDer) return file.ReadAll(_data, out count);
        _pem.Begin(file);
        FiscalError error = _pem.Next(_data, 0, out PemLabel label, out count);
        if (error != FiscalError.None) return error;
        return label == PemLabel.Signed ? FiscalError.None : FiscalError.PemUnsupported;
    }
}
