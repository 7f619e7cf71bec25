namespace Nf.Firmware.Http;

/// <summary>Why an exchange gave no answer; each means something else to do.</summary>
public enum HttpFault
{
    None,

    /// <summary>The address is none that the register talks to: not https, too long, or malformed.</summary>
    AddressWrong,

    /// <summary>The server's name is not known in the network.</summary>
    NameUnknown,

    /// <summary>Nobody answered the connection in time.</summary>
    NoAnswer,

    /// <summary>The server's machine refused the connection.</summary>
    Refused,

    /// <summary>TLS was not agreed.</summary>
    TlsFailed,

    /// <summary>The server's certificate is not to be trusted.</summary>
    ServerNotTrusted,

    /// <summary>The server refused the register's certificate.</summary>
    CertificateRefused,

    /// <summary>The connection broke before the answer was whole.</summary>
    Lost,

    /// <summary>The server takes no more bytes of the request.</summary>
    SendStalled,

    /// <summary>The answer did not begin in time, or was not whole in time.</summary>
    AnswerLate,

    /// <summary>The answer is not HTTP/1.1, or not a form of it that the register takes.</summary>
    AnswerMalformed,

    /// <summary>The answer's header or body is longer than the register takes.</summary>
    AnswerTooLong,

    /// <summary>The request's body could not be read; <see cref="HttpExchange.Error"/> says why.</summary>
    BodyUnreadable,

    /// <summary>The owner gave it up.</summary>
    Cancelled,
}
