using System.Globalization;
using Nf.Emulator.Host;
using Nf.Firmware.Errors;

namespace Nf.Emulator.FiscalNet;

/// <summary>The answer to one receipt or command, as the bridge that the language comes from writes it.</summary>
public static class FiscalNetAnswer
{
    private const int CloseReceipt = 56;
    private const int CancelReceipt = 60;
    private const int Report = 69;

    /// <summary>Accepted.</summary>
    /// <param name="number">The receipt's number, or that of the document which the command printed.</param>
    public static string Format(long number) => $"BONOK=1 NRBON={number}";

    /// <summary>Refused.</summary>
    /// <param name="error">The register's error number, negative.</param>
    /// <param name="text">What it means, in Romanian, on one line.</param>
    public static string Format(int error, string text) => $"BONOK=0 EROARE={error} {text}";

    /// <summary>A receipt's and a report's own number; other documents are numbered as the register numbers all documents.</summary>
    /// <param name="command">The command that ended the document.</param>
    /// <param name="reply">Its answer, which accepts it.</param>
    /// <param name="document">The register's number of the document.</param>
    public static long NumberOf(int command, DatecsReply reply, long document) => command switch
    {
        CloseReceipt or Report => long.Parse(reply.Fields[0], CultureInfo.InvariantCulture),
        CancelReceipt => 0,
        _ => document,
    };

    /// <summary>The error of an answer that refuses; a command that the register does not know is answered without a number.</summary>
    public static FiscalError ErrorOf(DatecsReply reply) =>
        reply.IsUnknownCommand ? FiscalError.CommandUnknown : (FiscalError)reply.ErrorCode;

    /// <summary>What an error means and what to do next, in Romanian, on one line.</summary>
    public static string TextOf(FiscalError error) => $"{FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}";
}
