using Nf.Firmware.Errors;

namespace Nf.Firmware.Certificates;

/// <summary>Reads what stands inside the strings of a certificate: its extensions (RFC 5280, 4.2) and its key.</summary>
internal sealed class ExtensionReader
{
    private const int MinModulus = 256;
    private const int MaxModulus = 512;

    private const int Unknown = 0;
    private const int Constraints = 1;
    private const int Usage = 2;
    private const int KeyId = 4;
    private const int AuthorityKeyId = 8;
    private const int Access = 16;
    private const int Policies = 32;
    private const int Revocation = 64;

    private static readonly byte[] Exponent = { 1, 0, 1 };

    private readonly DerReader _der = new DerReader();
    private Certificate _target;
    private int _seen;

    /// <summary>Before the first extension.</summary>
    internal void Begin() => _seen = 0;

    /// <summary>Reads a key's numbers (RFC 8017, A.1.1).</summary>
    internal FiscalError ReadKey(Certificate target, DerRange key)
    {
        byte[] data = target.Data;
        _der.BeginChecked(data, key.Offset, key.Count);
        _der.Enter(DerTag.Sequence);
        if (_der.ReadInteger()) target.Modulus = _der.Content;
        bool isUsual = _der.ReadInteger() && _der.Is(Exponent);
        _der.Leave();
        if (!_der.Finish()) return FiscalError.CertificateInvalid;
        DerRange modulus = target.Modulus;
        // A modulus of whole bytes: all sizes in use are.
        bool isSized = modulus.Count >= MinModulus && modulus.Count <= MaxModulus && data[modulus.Offset] >= 0x80;
        bool isOdd = (data[modulus.Offset + modulus.Count - 1] & 1) != 0;
        return isUsual && isSized && isOdd ? FiscalError.None : FiscalError.CertificateUnsupported;
    }

    /// <summary>Reads the extension that is next.</summary>
    internal FiscalError Read(DerReader outer, Certificate target)
    {
        _target = target;
        outer.Enter(DerTag.Sequence);
        outer.Read(DerTag.ObjectIdentifier);
        int kind = Kind(outer);
        bool isCritical = outer.ReadOptional(DerTag.Boolean);
        // FALSE is the default, which DER leaves out.
        if (isCritical && (outer.Content.Count != 1 || target.Data[outer.Content.Offset] != 0xFF)) outer.Fail();
        outer.Read(DerTag.OctetString);
        DerRange value = outer.Content;
        outer.Leave();
        if (!outer.Ok) return FiscalError.CertificateInvalid;
        if (kind == Unknown) return isCritical ? FiscalError.CertificateUnsupported : FiscalError.None;
        if ((_seen & kind) != 0) return FiscalError.CertificateInvalid;
        _seen |= kind;
        _der.BeginChecked(target.Data, value.Offset, value.Count);
        ReadValue(kind);
        return _der.Finish() ? FiscalError.None : FiscalError.CertificateInvalid;
    }

    private static int Kind(DerReader oid)
    {
        if (oid.Is(Oids.BasicConstraints)) return Constraints;
        if (oid.Is(Oids.KeyUsage)) return Usage;
        if (oid.Is(Oids.SubjectKeyIdentifier)) return KeyId;
        if (oid.Is(Oids.AuthorityKeyIdentifier)) return AuthorityKeyId;
        if (oid.Is(Oids.AuthorityAccess)) return Access;
        if (oid.Is(Oids.Policies)) return Policies;
        return oid.Is(Oids.RevocationLists) ? Revocation : Unknown;
    }

    private void ReadValue(int kind)
    {
        switch (kind)
        {
            case Constraints:
                ReadConstraints();
                break;
            case Usage:
                ReadUsage();
                break;
            case KeyId:
                if (_der.Read(DerTag.OctetString)) _target.KeyIdentifier = _der.Content;
                break;
            case AuthorityKeyId:
                ReadAuthorityKeyId();
                break;
            case Access:
                ReadAccess();
                break;
            default:
                _target.HasPolicies |= kind == Policies;
                _target.HasRevocationLists |= kind == Revocation;
                _der.Read(DerTag.Sequence);
                if (_der.Content.Count == 0) _der.Fail();
                break;
        }
    }

    private void ReadConstraints()
    {
        _der.Enter(DerTag.Sequence);
        if (_der.ReadOptional(DerTag.Boolean))
        {
            if (_der.Content.Count != 1 || _target.Data[_der.Content.Offset] != 0xFF) _der.Fail();
            _target.IsAuthority = true;
        }

        if (_der.Next == DerTag.Integer && _der.ReadSmall(out int length))
        {
            if (!_target.IsAuthority) _der.Fail();
            _target.PathLength = length;
        }

        _der.Leave();
    }

    private void ReadUsage()
    {
        if (!_der.Read(DerTag.BitString)) return;
        DerRange bits = _der.Content;
        if (bits.Count < 2 || bits.Count > 3 || _target.Data[bits.Offset] > 7)
        {
            _der.Fail();
            return;
        }

        _target.KeyUsage = _target.Data[bits.Offset + 1];
    }

    private void ReadAuthorityKeyId()
    {
        _der.Enter(DerTag.Sequence);
        if (_der.ReadOptional(DerTag.Context)) _target.AuthorityKeyIdentifier = _der.Content;
        while (!_der.AtEnd) _der.ReadAny();
        _der.Leave();
    }

    private void ReadAccess()
    {
        _der.Enter(DerTag.Sequence);
        while (!_der.AtEnd)
        {
            _der.Enter(DerTag.Sequence);
            if (_der.Read(DerTag.ObjectIdentifier) && _der.Is(Oids.Ocsp)) _target.HasOcsp = true;
            _der.ReadAny();
            _der.Leave();
        }

        _der.Leave();
    }
}
