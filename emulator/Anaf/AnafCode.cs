namespace Nf.Emulator.Anaf;

/// <summary>The numbers in <c>raspuns/@cod</c>. All but the first two refuse the message; the numbers are NF's own.</summary>
public static class AnafCode
{
    /// <summary>Taken over.</summary>
    public const int Taken = 0;

    /// <summary>Was taken over before; as good as <see cref="Taken"/>.</summary>
    public const int HadAlready = 1;

    /// <summary>The body is not one CMS SignedData in DER with its content attached, or has another media type.</summary>
    public const int NotSigned = 10;

    /// <summary>The signature is wrong.</summary>
    public const int BadSignature = 11;

    /// <summary>The certificate is not one for a register, is not under the authority, or is not valid now.</summary>
    public const int BadCertificate = 12;

    /// <summary>Signed by another register than the one that holds the connection.</summary>
    public const int OtherSigner = 13;

    /// <summary>The content is not valid against its schema.</summary>
    public const int BadSchema = 14;

    /// <summary>The register, or its certificate, is not registered.</summary>
    public const int NotRegistered = 15;

    /// <summary>The certificate was revoked.</summary>
    public const int Revoked = 16;

    /// <summary>An identifier has a wrong form, or names another register, day or receipt than it should.</summary>
    public const int BadIdentifier = 17;

    /// <summary>The address or the message is not the one for this type of register.</summary>
    public const int OtherType = 18;

    /// <summary>Sums or counts do not agree.</summary>
    public const int BadTotals = 19;

    /// <summary>Z reports before this one are missing.</summary>
    public const int Gap = 20;

    /// <summary>The same Z was taken over with other contents.</summary>
    public const int OtherContent = 21;

    /// <summary>What a prepared refusal says unless told otherwise.</summary>
    public const int Prepared = 99;
}
