using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Http;

/// <summary>What a connection's fault means for an exchange, and an exchange's for the register.</summary>
internal static class HttpErrors
{
    internal static HttpFault Of(ConnectionFault fault) => fault switch
    {
        ConnectionFault.NameUnknown => HttpFault.NameUnknown,
        ConnectionFault.NoAnswer => HttpFault.NoAnswer,
        ConnectionFault.Refused => HttpFault.Refused,
        ConnectionFault.TlsFailed => HttpFault.TlsFailed,
        ConnectionFault.ServerNotTrusted => HttpFault.ServerNotTrusted,
        ConnectionFault.CertificateRefused => HttpFault.CertificateRefused,
        _ => HttpFault.Lost,
    };

    internal static FiscalError Of(HttpFault fault) => fault switch
    {
        HttpFault.None => FiscalError.None,
        HttpFault.AddressWrong => FiscalError.ServerAddressWrong,
        HttpFault.NameUnknown => FiscalError.ServerNameUnknown,
        HttpFault.NoAnswer => FiscalError.ServerUnreachable,
        HttpFault.Refused => FiscalError.ServerRefusedConnection,
        HttpFault.TlsFailed => FiscalError.ServerTlsFailed,
        HttpFault.ServerNotTrusted => FiscalError.ServerNotTrusted,
        HttpFault.CertificateRefused => FiscalError.RegisterCertificateRefused,
        HttpFault.SendStalled => FiscalError.SendStalled,
        HttpFault.AnswerLate => FiscalError.AnswerLate,
        HttpFault.AnswerMalformed => FiscalError.AnswerMalformed,
        HttpFault.AnswerTooLong => FiscalError.AnswerTooLong,
        HttpFault.Cancelled => FiscalError.ExchangeCancelled,
        _ => FiscalError.ConnectionLost,
    };
}
