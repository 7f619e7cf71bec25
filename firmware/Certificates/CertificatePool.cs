using Nf.Firmware.Errors;

namespace Nf.Firmware.Certificates;

/// <summary>The certificates that a chain may be made of: those that came along and those that are trusted.</summary>
/// <remarks>It holds places in the buffers that it was given, which must stay as they are.</remarks>
public sealed class CertificatePool
{
    /// <summary>The most certificates.</summary>
    public const int Capacity = 8;

    private readonly Certificate[] _items = new Certificate[Capacity];
    private readonly bool[] _trusted = new bool[Capacity];
    private readonly CertificateReader _reader = new CertificateReader();
    private readonly DerReader _der = new DerReader();

    public CertificatePool()
    {
        for (int i = 0; i < Capacity; i++) _items[i] = new Certificate();
    }

    /// <summary>Certificates in it.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    /// <param name="index">From 0, in the order in which they came.</param>
    public Certificate this[int index] => _items[index];

    /// <summary>Forgets all but the first ones.</summary>
    public void Cut(int count) => Count = count;

    /// <summary>Adds a certificate.</summary>
    /// <param name="data">Where it stands; is kept.</param>
    /// <param name="whole">Its place.</param>
    /// <param name="isTrusted">A chain may end with it, whoever issued it.</param>
    /// <returns>CertificateInvalid, CertificateUnsupported, CertificateTooLarge when there are too many.</returns>
    public FiscalError Add(byte[] data, DerRange whole, bool isTrusted)
    {
        if (Count == Capacity) return FiscalError.CertificateTooLarge;
        FiscalError error = _reader.Read(_items[Count], data, whole.Offset, whole.Count);
        if (error == FiscalError.None) _trusted[Count++] = isTrusted;
        return error;
    }

    /// <summary>Adds certificates that stand one behind the other, as the store keeps them.</summary>
    public FiscalError AddAll(byte[] data, int count, bool isTrusted)
    {
        FiscalError error = FiscalError.None;
        _der.Begin(data, 0, count);
        while (error == FiscalError.None && !_der.AtEnd)
        {
            if (_der.Read(DerTag.Sequence)) error = Add(data, _der.Element, isTrusted);
        }

        return error == FiscalError.None && !_der.Ok ? FiscalError.CertificateInvalid : error;
    }

    /// <summary>The certificate with an issuer and a serial number; null when there is none.</summary>
    internal Certificate Find(byte[] data, DerRange issuer, DerRange serial)
    {
        for (int i = 0; i < Count; i++)
        {
            Certificate item = _items[i];
            if (DerRange.Same(item.Data, item.Serial, data, serial) && DerRange.Same(item.Data, item.Issuer, data, issuer)) return item;
        }

        return null;
    }

    /// <summary>The certificate with a subject key identifier; null when there is none.</summary>
    internal Certificate Find(byte[] data, DerRange keyIdentifier)
    {
        for (int i = 0; i < Count; i++)
        {
            if (DerRange.Same(_items[i].Data, _items[i].KeyIdentifier, data, keyIdentifier)) return _items[i];
        }

        return null;
    }

    /// <summary>The certificate that issued one, a trusted one rather than another; null when there is none.</summary>
    internal Certificate FindIssuer(Certificate of)
    {
        Certificate found = null;
        for (int i = 0; i < Count; i++)
        {
            if (!of.IsIssuedBy(_items[i])) continue;
            if (_trusted[i]) return _items[i];
            found ??= _items[i];
        }

        return found;
    }

    /// <summary>A chain may end with this one.</summary>
    internal bool Trusts(Certificate certificate)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_trusted[i] && certificate.SameAs(_items[i])) return true;
        }

        return false;
    }
}
