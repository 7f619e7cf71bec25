using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Signatures;

/// <summary>Writes CMS SignedData (RFC 5652), DER, with the content inside, around a content that is never held whole.</summary>
/// <remarks>
/// Content type, signing time and digest are signed attributes, so that the crypto module signs 32 bytes. The same content,
/// time and certificate give the same bytes, today and after a restart.
/// <code>
/// writer.Prepare(length, contentDigest, utc, certificate, toSign);   // the module signs toSign
/// writer.Finish(signature, 0);
/// writer.WriteHead(sink); ... the content's pieces ... writer.WriteTail(sink);   // writer.Length bytes in all
/// </code>
/// </remarks>
public sealed class CmsWriter
{
    private const int HeadCapacity = 96;
    private const int SignerCapacity = 1024;

    /// <summary>Bytes of a signer's part beside name, serial number and attributes, with room to spare.</summary>
    private const int SignerRest = 400;

    private readonly DerWriter _head = new DerWriter(HeadCapacity);
    private readonly DerWriter _signer = new DerWriter(SignerCapacity);
    private readonly DerWriter _list = new DerWriter(8);
    private readonly SignedAttributes _attributes = new SignedAttributes();
    private readonly byte[] _unsigned = new byte[RsaKeySize.ModulusLength];
    private readonly Sha256 _hash = new Sha256();
    private Certificate _certificate;
    private int _contentLength;

    /// <summary>Bytes of the whole.</summary>
    public int Length => _head.Count + _contentLength + _list.Count + _certificate.Whole.Count + _signer.Count;

    /// <summary>Lays everything out, and says what is to be signed.</summary>
    /// <param name="contentLength">The content's bytes.</param>
    /// <param name="contentDigest">Its SHA-256.</param>
    /// <param name="utc">The signing time, UTC since 2000, see <see cref="CertificateTime.FromCivil"/>.</param>
    /// <param name="certificate">The signer's, whose buffer stays as it is until the tail is written.</param>
    /// <param name="toSign">Takes the digest to sign, 32 bytes.</param>
    /// <returns>CertificateTooLarge when the issuer's name is longer than any honest one.</returns>
    public FiscalError Prepare(int contentLength, byte[] contentDigest, long utc, Certificate certificate, byte[] toSign)
    {
        _attributes.Write(contentDigest, utc);
        int fixedPart = SignerRest + _attributes.Count + certificate.SerialElement.Count;
        if (certificate.Issuer.Count > SignerCapacity - fixedPart) return FiscalError.CertificateTooLarge;
        _hash.Reset();
        _hash.Update(_attributes.Bytes, 0, _attributes.Count);
        _hash.Finish(toSign, 0);
        _certificate = certificate;
        _contentLength = contentLength;
        LayOutSigner();
        LayOutHead();
        return FiscalError.None;
    }

    /// <summary>Takes the signature over what <see cref="Prepare"/> gave, 256 bytes.</summary>
    public void Finish(byte[] signature, int offset) =>
        Array.Copy(signature, offset, _signer.Buffer, _signer.Buffer.Length - RsaKeySize.ModulusLength, RsaKeySize.ModulusLength);

    /// <summary>Writes what comes before the content.</summary>
    public FiscalError WriteHead(IByteSink sink) => Write(sink, _head);

    /// <summary>Writes what comes after the content.</summary>
    public FiscalError WriteTail(IByteSink sink)
    {
        FiscalError error = Write(sink, _list);
        DerRange whole = _certificate.Whole;
        if (error == FiscalError.None) error = sink.Write(_certificate.Data, whole.Offset, whole.Count);
        return error == FiscalError.None ? Write(sink, _signer) : error;
    }

    private static FiscalError Write(IByteSink sink, DerWriter part) => sink.Write(part.Buffer, part.Offset, part.Count);

    /// <summary>RFC 5652, 5.3. The signature is its last bytes, zeros for now.</summary>
    private void LayOutSigner()
    {
        byte[] data = _certificate.Data;
        _signer.Begin();
        _signer.Element(DerTag.OctetString, _unsigned, 0, _unsigned.Length);
        _signer.Bytes(Oids.Rsa);
        _signer.Bytes(_attributes.Bytes, 1, _attributes.Count - 1);
        _signer.Tag(DerTag.ContextConstructed);
        _signer.Bytes(Oids.Sha256);
        int end = _signer.Length;
        _signer.Bytes(data, _certificate.SerialElement.Offset, _certificate.SerialElement.Count);
        _signer.Bytes(data, _certificate.Issuer.Offset, _certificate.Issuer.Count);
        _signer.Wrap(DerTag.Sequence, end);
        _signer.Small(1);
        _signer.Wrap(DerTag.Sequence, 0);
        _signer.Wrap(DerTag.Set, 0);
        _list.Begin();
        _list.Skip(_certificate.Whole.Count);
        _list.Wrap(DerTag.ContextConstructed, 0);
    }

    /// <summary>RFC 5652, 3, 5.1 and 5.2.</summary>
    private void LayOutHead()
    {
        _head.Begin();
        _head.Skip(_list.Length + _signer.Length);
        int end = _head.Length;
        _head.Skip(_contentLength);
        _head.Wrap(DerTag.OctetString, end);
        _head.Wrap(DerTag.ContextConstructed, end);
        _head.Element(DerTag.ObjectIdentifier, Oids.Data, 0, Oids.Data.Length);
        _head.Wrap(DerTag.Sequence, end);
        _head.Element(DerTag.Set, Oids.Sha256, 0, Oids.Sha256.Length);
        _head.Small(1);
        _head.Wrap(DerTag.Sequence, 0);
        _head.Wrap(DerTag.ContextConstructed, 0);
        _head.Element(DerTag.ObjectIdentifier, Oids.SignedData, 0, Oids.SignedData.Length);
        _head.Wrap(DerTag.Sequence, 0);
    }
}
