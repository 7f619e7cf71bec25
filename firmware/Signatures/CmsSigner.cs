using Nf.Firmware.Certificates;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Signatures;

/// <summary>Who signed, over what, and the signature (RFC 5652, 5.3): places in the buffer.</summary>
internal sealed class CmsSigner
{
    private const int ByIssuer = 1;
    private const int ByKey = 3;

    private bool _hasType;

    /// <summary>The issuer's name; empty when the signer is named by <see cref="KeyIdentifier"/>.</summary>
    internal DerRange Issuer { get; private set; }

    /// <summary>The certificate's serial number, when the issuer is named.</summary>
    internal DerRange Serial { get; private set; }

    /// <summary>The subject key identifier; empty when issuer and serial number are given.</summary>
    internal DerRange KeyIdentifier { get; private set; }

    /// <summary>The signed attributes' element; empty when the content itself is signed.</summary>
    internal DerRange Attributes { get; private set; }

    /// <summary>The content's digest among the attributes.</summary>
    internal DerRange Digest { get; private set; }

    /// <summary>The signature, first byte highest.</summary>
    internal DerRange Signature { get; private set; }

    /// <summary>The algorithm read last is SHA-256.</summary>
    internal static bool IsSha256(DerReader der) => der.IsElement(Oids.Sha256) || der.IsElement(Oids.Sha256Bare);

    /// <summary>Reads the signer that is next; false, with the reader still right, when it is of a kind that is not taken.</summary>
    internal bool Read(DerReader der)
    {
        Issuer = default;
        KeyIdentifier = default;
        Attributes = default;
        Digest = default;
        der.Enter(DerTag.Sequence);
        if (der.ReadSmall(out int version) && version != ByIssuer && version != ByKey) return false;
        if (version == ByIssuer) ReadIssuer(der);
        else if (der.Read(DerTag.Context)) KeyIdentifier = der.Content;
        if (der.Read(DerTag.Sequence) && !IsSha256(der)) return false;
        ReadAttributes(der);
        if (der.Read(DerTag.Sequence) && !IsRsa(der)) return false;
        if (der.Read(DerTag.OctetString)) Signature = der.Content;
        der.ReadOptional(DerTag.ContextConstructed + 1);
        der.Leave();
        return true;
    }

    private static bool IsRsa(DerReader der) =>
        der.IsElement(Oids.Rsa) || der.IsElement(Oids.RsaBare) || der.IsElement(Oids.Sha256WithRsa);

    private void ReadIssuer(DerReader der)
    {
        der.Enter(DerTag.Sequence);
        if (der.Read(DerTag.Sequence)) Issuer = der.Element;
        if (der.ReadInteger()) Serial = der.Content;
        der.Leave();
    }

    private void ReadAttributes(DerReader der)
    {
        if (!der.EnterOptional(DerTag.ContextConstructed)) return;
        Attributes = der.Element;
        _hasType = false;
        while (!der.AtEnd) ReadAttribute(der);
        der.Leave();
        // Both must be there as soon as there are any (RFC 5652, 5.3).
        if (!_hasType || Digest.Count == 0) der.Fail();
    }

    private void ReadAttribute(DerReader der)
    {
        der.Enter(DerTag.Sequence);
        der.Read(DerTag.ObjectIdentifier);
        bool isType = der.Is(Oids.ContentType);
        bool isDigest = der.Is(Oids.MessageDigest);
        der.Enter(DerTag.Set);
        if (isType) ReadType(der);
        else if (isDigest) ReadDigest(der);
        else while (!der.AtEnd) der.ReadAny();
        der.Leave();
        der.Leave();
    }

    private void ReadType(DerReader der)
    {
        bool isRight = !_hasType && der.Read(DerTag.ObjectIdentifier) && der.Is(Oids.Data);
        if (!isRight) der.Fail();
        _hasType = true;
    }

    private void ReadDigest(DerReader der)
    {
        bool isRight = Digest.Count == 0 && der.Read(DerTag.OctetString) && der.Content.Count == Sha256.DigestLength;
        if (!isRight) der.Fail();
        Digest = der.Content;
    }
}
