using Nf.Firmware.Errors;

namespace Nf.Firmware.Certificates;

/// <summary>Reads certificates (RFC 5280), strictly: DER only, nothing behind, no critical extension that it does not know.</summary>
/// <example><code>FiscalError error = reader.Read(certificate, data, 0, count);</code></example>
public sealed class CertificateReader
{
    private const int MaxSerial = 20;
    private const int Version3 = 2;

    private readonly DerReader _der = new DerReader();
    private readonly ExtensionReader _extensions = new ExtensionReader();
    private readonly byte[] _stamp = new byte[16];
    private Certificate _target;
    private FiscalError _refusal;

    /// <summary>Reads one.</summary>
    /// <param name="target">Takes what was found; of no use after a refusal.</param>
    /// <param name="data">Is kept by the target.</param>
    /// <param name="offset">Its first byte.</param>
    /// <param name="count">Its bytes, just so many.</param>
    /// <returns>CertificateInvalid when it is not written as it must be, CertificateUnsupported when it is and still not taken.</returns>
    public FiscalError Read(Certificate target, byte[] data, int offset, int count)
    {
        _target = target;
        _refusal = FiscalError.None;
        target.Clear();
        target.Data = data;
        target.Whole = new DerRange(offset, count);
        if (!_der.BeginChecked(data, offset, count)) return FiscalError.CertificateInvalid;
        _der.Enter(DerTag.Sequence);
        ReadSignedPart();
        if (_der.Read(DerTag.Sequence) && !_der.IsElement(Oids.Sha256WithRsa)) _der.Fail();
        if (_der.ReadBits()) target.Signature = _der.Content;
        _der.Leave();
        if (_refusal != FiscalError.None) return _refusal;
        return _der.Finish() ? FiscalError.None : FiscalError.CertificateInvalid;
    }

    private void ReadSignedPart()
    {
        if (!_der.Enter(DerTag.Sequence)) return;
        _target.Signed = _der.Element;
        if (!ReadVersion() || !ReadSerial()) return;
        if (_der.Read(DerTag.Sequence) && !_der.IsElement(Oids.Sha256WithRsa)) Refuse();
        if (_der.Read(DerTag.Sequence)) _target.Issuer = _der.Element;
        ReadValidity();
        ReadSubject();
        ReadKey();
        ReadExtensions();
        _der.Leave();
    }

    private bool ReadVersion()
    {
        if (_der.Next != DerTag.ContextConstructed) return Refuse();
        _der.Enter(DerTag.ContextConstructed);
        if (_der.ReadSmall(out int version) && version != Version3) return Refuse();
        return _der.Leave();
    }

    private bool ReadSerial()
    {
        if (!_der.ReadInteger()) return false;
        _target.Serial = _der.Content;
        _target.SerialElement = _der.Element;
        bool isZero = _der.Content.Count == 1 && _target.Data[_der.Content.Offset] == 0;
        return !isZero && _der.Content.Count <= MaxSerial || _der.Fail();
    }

    private void ReadValidity()
    {
        _der.Enter(DerTag.Sequence);
        if (CertificateTime.Read(_der, _target.Data, _stamp, out long from)) _target.ValidFrom = from;
        if (CertificateTime.Read(_der, _target.Data, _stamp, out long to)) _target.ValidTo = to;
        _der.Leave();
    }

    private void ReadSubject()
    {
        if (!_der.Enter(DerTag.Sequence)) return;
        _target.Subject = _der.Element;
        while (!_der.AtEnd)
        {
            _der.Enter(DerTag.Set);
            while (!_der.AtEnd) ReadAttribute();
            _der.Leave();
        }

        _der.Leave();
    }

    private void ReadAttribute()
    {
        _der.Enter(DerTag.Sequence);
        _der.Read(DerTag.ObjectIdentifier);
        bool isSerial = _der.Is(Oids.SerialNumber);
        bool isName = _der.Is(Oids.CommonName);
        _der.ReadAny();
        // Two would leave open which one counts.
        if (isSerial && _target.SubjectSerial.Count > 0) _der.Fail();
        if (isSerial) _target.SubjectSerial = _der.Content;
        if (isName) _target.CommonName = _der.Content;
        _der.Leave();
    }

    private void ReadKey()
    {
        _der.Enter(DerTag.Sequence);
        if (_der.Read(DerTag.Sequence) && !_der.IsElement(Oids.Rsa)) Refuse();
        if (!_der.ReadBits()) return;
        DerRange key = _der.Content;
        _der.Leave();
        FiscalError error = _extensions.ReadKey(_target, key);
        if (_refusal == FiscalError.None) _refusal = error;
    }

    private void ReadExtensions()
    {
        if (_der.Next != DerTag.ContextConstructed + 3) Refuse();
        if (!_der.Enter(DerTag.ContextConstructed + 3)) return;
        if (_der.Enter(DerTag.Sequence))
        {
            _target.Extensions = _der.Element;
            _extensions.Begin();
            while (!_der.AtEnd)
            {
                FiscalError error = _extensions.Read(_der, _target);
                if (_refusal == FiscalError.None) _refusal = error;
            }

            _der.Leave();
        }

        _der.Leave();
    }

    private bool Refuse()
    {
        if (_der.Ok && _refusal == FiscalError.None) _refusal = FiscalError.CertificateUnsupported;
        return _der.Fail();
    }
}
