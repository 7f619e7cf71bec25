using System;
using Nf.Firmware.Errors;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Certificates;

/// <summary>Writes a request for a new certificate (PKCS#10, RFC 2986): the old one's subject and extensions, the new key.</summary>
/// <remarks>
/// Left out are the two key identifiers, which name the old key and the authority's; the authority writes them anew.
/// <code>
/// writer.Prepare(old, modulus, toSign);   // the module signs toSign with the new key
/// writer.Finish(signature, 0);
/// post(writer.Buffer, writer.Offset, writer.Count);
/// </code>
/// </remarks>
public sealed class RequestWriter
{
    private const int Capacity = 3072;

    /// <summary>Bytes beside subject and extensions, with room to spare.</summary>
    private const int Rest = 700;

    private const int MaxExtensions = 24;

    private static readonly byte[] Exponent = { 1, 0, 1 };

    private readonly DerWriter _writer = new DerWriter(Capacity);
    private readonly DerReader _der = new DerReader();
    private readonly DerRange[] _extensions = new DerRange[MaxExtensions];
    private readonly byte[] _unsigned = new byte[RsaKeySize.ModulusLength];
    private readonly Sha256 _hash = new Sha256();

    /// <summary>Holds the request.</summary>
    public byte[] Buffer => _writer.Buffer;

    /// <summary>Its first byte.</summary>
    public int Offset => _writer.Offset;

    /// <summary>Its bytes.</summary>
    public int Count => _writer.Count;

    /// <summary>Lays everything out, and says what is to be signed.</summary>
    /// <param name="old">The certificate that is to be replaced.</param>
    /// <param name="modulus">The new key's, 256 bytes; its exponent is 65537.</param>
    /// <param name="toSign">Takes the digest to sign, 32 bytes.</param>
    /// <returns>CertificateTooLarge.</returns>
    public FiscalError Prepare(Certificate old, byte[] modulus, byte[] toSign)
    {
        if (old.Subject.Count + old.Extensions.Count > Capacity - Rest) return FiscalError.CertificateTooLarge;
        int count = ListExtensions(old);
        if (count < 0) return FiscalError.CertificateTooLarge;
        _writer.Begin();
        _writer.Bits(_unsigned, 0, _unsigned.Length);
        _writer.Bytes(Oids.Sha256WithRsa);
        int end = _writer.Length;
        WriteAttributes(old, count);
        WriteKey(modulus);
        _writer.Bytes(old.Data, old.Subject.Offset, old.Subject.Count);
        _writer.Small(0);
        _writer.Wrap(DerTag.Sequence, end);
        _hash.Reset();
        _hash.Update(_writer.Buffer, _writer.Offset, _writer.Length - end);
        _hash.Finish(toSign, 0);
        _writer.Wrap(DerTag.Sequence, 0);
        return FiscalError.None;
    }

    /// <summary>Takes the signature over what <see cref="Prepare"/> gave, 256 bytes.</summary>
    public void Finish(byte[] signature, int offset) =>
        Array.Copy(signature, offset, Buffer, Buffer.Length - RsaKeySize.ModulusLength, RsaKeySize.ModulusLength);

    private int ListExtensions(Certificate old)
    {
        int count = 0;
        _der.Begin(old.Data, old.Extensions.Offset, old.Extensions.Count);
        _der.Enter(DerTag.Sequence);
        while (!_der.AtEnd)
        {
            _der.Enter(DerTag.Sequence);
            DerRange extension = _der.Element;
            _der.Read(DerTag.ObjectIdentifier);
            bool isRepeated = !_der.Is(Oids.SubjectKeyIdentifier) && !_der.Is(Oids.AuthorityKeyIdentifier);
            while (!_der.AtEnd) _der.ReadAny();
            _der.Leave();
            if (!isRepeated) continue;
            if (count == MaxExtensions) return -1;
            _extensions[count++] = extension;
        }

        return count;
    }

    /// <summary>RFC 2985, 5.4.2.</summary>
    private void WriteAttributes(Certificate old, int count)
    {
        int end = _writer.Length;
        while (count-- > 0) _writer.Bytes(old.Data, _extensions[count].Offset, _extensions[count].Count);
        _writer.Wrap(DerTag.Sequence, end);
        _writer.Wrap(DerTag.Set, end);
        _writer.Element(DerTag.ObjectIdentifier, Oids.ExtensionRequest, 0, Oids.ExtensionRequest.Length);
        _writer.Wrap(DerTag.Sequence, end);
        _writer.Wrap(DerTag.ContextConstructed, end);
    }

    private void WriteKey(byte[] modulus)
    {
        int end = _writer.Length;
        _writer.Integer(Exponent, 0, Exponent.Length);
        _writer.Integer(modulus, 0, modulus.Length);
        _writer.Wrap(DerTag.Sequence, end);
        _writer.WrapBits(end);
        _writer.Bytes(Oids.Rsa);
        _writer.Wrap(DerTag.Sequence, end);
    }
}
