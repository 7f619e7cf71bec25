using System.Text.Json.Serialization;
using Nf.Emulator.Anaf.Authority;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>What the next answer is, instead of the usual one.</summary>
public enum AnswerKind
{
    /// <summary>As usual; for an answer with a configuration.</summary>
    Confirm,

    /// <summary>Refuses the message, whatever it is.</summary>
    Refuse,

    /// <summary>An HTTP status and nothing else; the message is not taken over.</summary>
    HttpError,

    /// <summary>Takes the message over and never answers.</summary>
    Silence,

    /// <summary>Takes the message over and ends the connection in the middle of the answer.</summary>
    Cut,

    /// <summary>Takes the message over and answers a byte at a time.</summary>
    Drip,

    /// <summary>Takes the message over and answers another one.</summary>
    OtherId,

    /// <summary>Takes the message over; the answer is not signed.</summary>
    Unsigned,

    /// <summary>Takes the message over; the answer is signed by a stranger with ANAF's name.</summary>
    OtherSigner,

    /// <summary>Takes the message over; the answer is bytes without sense.</summary>
    Garbage,

    /// <summary>Takes the message over; the answer is the signed <see cref="PreparedAnswer.Content"/>.</summary>
    Content,

    /// <summary>The server shows a certificate for another name.</summary>
    TlsOtherName,

    /// <summary>The server shows a certificate that has expired.</summary>
    TlsExpired,

    /// <summary>The server shows a certificate under another root.</summary>
    TlsOtherRoot,

    /// <summary>The server speaks TLS 1.1 only.</summary>
    TlsOld,
}

/// <summary>A prepared answer; for the connection's kinds, a prepared connection.</summary>
public sealed record PreparedAnswer
{
    /// <summary>Its number; 0 before it is kept.</summary>
    public long Id { get; init; }

    /// <summary>For this register only; null for whichever comes next. A connection is whoever's comes next.</summary>
    public string? Series { get; init; }

    /// <summary>What happens.</summary>
    public AnswerKind Kind { get; init; }

    /// <summary>How many times; 0 until it is withdrawn.</summary>
    public int Times { get; init; } = 1;

    /// <summary><c>cod</c> of a refusal.</summary>
    public int Cod { get; init; } = AnafCode.Prepared;

    /// <summary><c>text</c> of a refusal.</summary>
    public string Text { get; init; } = "";

    /// <summary>Status of an HTTP error.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Bytes of the answer before it is cut.</summary>
    public int AfterBytes { get; init; } = 100;

    /// <summary>Milliseconds between two bytes.</summary>
    public int Milliseconds { get; init; } = 1000;

    /// <summary>The document of <see cref="AnswerKind.Content"/>.</summary>
    public string? Content { get; init; }

    /// <summary>A configuration that goes along; with an empty idM it gets the register's series and the moment.</summary>
    [JsonPropertyName("mP")]
    public AnafProfile? MP { get; init; }

    /// <summary>It is about the connection, before any message.</summary>
    [JsonIgnore]
    public bool IsTls => Kind >= AnswerKind.TlsOtherName;
}
