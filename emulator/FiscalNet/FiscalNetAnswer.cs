namespace Nf.Emulator.FiscalNet;

/// <summary>The answer to one receipt or command, as the bridge that the language comes from writes it.</summary>
public static class FiscalNetAnswer
{
    /// <summary>Accepted.</summary>
    /// <param name="number">The receipt's number, or that of the document which the command printed.</param>
    public static string Format(long number) => $"BONOK=1 NRBON={number}";

    /// <summary>Refused.</summary>
    /// <param name="error">The register's error number, negative.</param>
    /// <param name="text">What it means, in Romanian, on one line.</param>
    public static string Format(int error, string text) => $"BONOK=0 EROARE={error} {text}";
}
