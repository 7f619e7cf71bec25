using System;
using Nf.Firmware.Certificates;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Signatures;

/// <summary>The attributes that a signature is made over (RFC 5652, 5.3 and 11): content type, signing time, digest.</summary>
internal sealed class SignedAttributes
{
    private readonly DerWriter _writer = new DerWriter(128);
    private readonly byte[] _time = new byte[16];

    /// <summary>The set as it is hashed, first byte 31h.</summary>
    internal byte[] Bytes { get; } = new byte[128];

    internal int Count { get; private set; }

    /// <summary>Writes them for a content's digest and a moment; shortest first, as the order of a DER set happens to be here.</summary>
    internal void Write(byte[] digest, long utc)
    {
        _writer.Begin();
        Attribute(Oids.MessageDigest, DerTag.OctetString, digest, Sha256.DigestLength);
        int count = CertificateTime.Write(_time, utc);
        bool isShort = count == CertificateTime.UtcLength;
        Attribute(Oids.SigningTime, isShort ? DerTag.UtcTime : DerTag.GeneralizedTime, _time, count);
        Attribute(Oids.ContentType, DerTag.ObjectIdentifier, Oids.Data, Oids.Data.Length);
        _writer.Wrap(DerTag.Set, 0);
        Count = _writer.Count;
        Array.Copy(_writer.Buffer, _writer.Offset, Bytes, 0, Count);
    }

    private void Attribute(byte[] name, int tag, byte[] value, int count)
    {
        int end = _writer.Length;
        _writer.Element(tag, value, 0, count);
        _writer.Wrap(DerTag.Set, end);
        _writer.Element(DerTag.ObjectIdentifier, name, 0, name.Length);
        _writer.Wrap(DerTag.Sequence, end);
    }
}
