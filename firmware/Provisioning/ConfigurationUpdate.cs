using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Online;

namespace Nf.Firmware.Provisioning;

/// <summary>Obeys a configuration message step by step, whoever brought it: checks it, takes its certificate of ANAF, puts it into force.</summary>
internal sealed class ConfigurationUpdate
{
    private readonly ConfigurationDesk _configuration;
    private readonly AnafImport _anaf;
    private readonly CertificateBundle _bundle;
    private ConfigurationMessage _message;
    private RecordSource _source;
    private bool _hasCertificate;

    internal ConfigurationUpdate(ConfigurationDesk configuration, AnafImport anaf, CertificateBundle bundle)
    {
        _configuration = configuration;
        _anaf = anaf;
        _bundle = bundle;
    }

    /// <summary>Begins with a message that ANAF signed.</summary>
    /// <param name="message">As it was read.</param>
    /// <param name="bytes">Where it was read from; is written over.</param>
    /// <param name="source">Who brought it.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal FiscalError Begin(ConfigurationMessage message, byte[] bytes, RecordSource source, long now)
    {
        _message = message;
        _source = source;
        _hasCertificate = message.CertificateLength > 0;
        FiscalError error = _configuration.Check(message, now);
        if (error != FiscalError.None || !_hasCertificate) return error;
        int length = XmlText.Decode(bytes, message.CertificateStart, message.CertificateLength, bytes, bytes.Length);
        error = length < 0 ? FiscalError.ConfigurationValue : _bundle.ReadBase64(bytes, length, out length);
        return error == FiscalError.None ? _anaf.Begin(bytes, length, false, source, now) : error;
    }

    /// <summary>The next step. Busy: ask again; None: it is in force.</summary>
    internal FiscalError Step(long now)
    {
        if (_hasCertificate)
        {
            FiscalError error = _anaf.Step(now);
            if (error != FiscalError.None) return error;
            _hasCertificate = false;
        }

        return _configuration.Apply(_message, _source, now);
    }
}
