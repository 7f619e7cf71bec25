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
    private readonly AttributeBase64 _text = new AttributeBase64();
    private ConfigurationMessage _message;
    private byte[] _bytes;
    private int _count;
    private RecordSource _source;
    private Part _part;

    internal ConfigurationUpdate(ConfigurationDesk configuration, AnafImport anaf, CertificateBundle bundle)
    {
        _configuration = configuration;
        _anaf = anaf;
        _bundle = bundle;
    }

    private enum Part
    {
        Decode,
        Read,
        Import,
        Install,
        Apply,
    }

    /// <summary>Begins with a message that ANAF signed.</summary>
    /// <param name="message">As it was read.</param>
    /// <param name="bytes">Where it was read from; is written over.</param>
    /// <param name="source">Who brought it.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal FiscalError Begin(ConfigurationMessage message, byte[] bytes, RecordSource source, long now)
    {
        _message = message;
        _bytes = bytes;
        _source = source;
        _part = message.CertificateLength > 0 ? Part.Decode : Part.Apply;
        if (_part == Part.Decode) _text.Begin(bytes, message.CertificateStart, message.CertificateLength);
        return _configuration.Check(message, now);
    }

    /// <summary>The next step. Busy: ask again; None: it is in force.</summary>
    internal FiscalError Step(long now)
    {
        if (_part == Part.Apply) return _configuration.Apply(_message, _source, now);
        FiscalError error = TakeCertificate(now);
        if (error != FiscalError.None) return error;
        _part++;
        return FiscalError.Busy;
    }

    private FiscalError TakeCertificate(long now)
    {
        switch (_part)
        {
            case Part.Decode: return _text.Step();
            case Part.Read: return _bundle.ReadCms(_bytes, _text.Count, out _count);
            case Part.Import: return _anaf.Begin(_bytes, _count, false, _source, now);
            default: return _anaf.Step(now);
        }
    }
}
