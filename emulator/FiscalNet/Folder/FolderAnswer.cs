using System.Globalization;
using Nf.Emulator.Host;
using Nf.Firmware.Errors;

namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>The answers in the folder: a line for each fact, as POS programs read them.</summary>
internal static class FolderAnswer
{
    private const string LineEnd = "\r\n";

    /// <summary>Nobody can tell whether the document was issued, so it is not issued again.</summary>
    public static string Doubtful { get; } = Lines(-1, (int)FiscalError.Internal,
        "Nu se știe dacă documentul a fost emis. Verificați hârtia înainte de a-l trimite din nou.");

    /// <summary>The document was issued.</summary>
    public static string Accepted(int command, DatecsReply reply, long document) =>
        Accepted(FiscalNetAnswer.NumberOf(command, reply, document));

    /// <summary>It was issued earlier under this file's key; the register's refusal names its number first.</summary>
    public static string IssuedBefore(DatecsReply refusal) => Accepted(long.Parse(refusal.Fields[0], CultureInfo.InvariantCulture));

    /// <summary>The register refused it.</summary>
    public static string Refused(DatecsReply reply)
    {
        var error = FiscalNetAnswer.ErrorOf(reply);
        return Lines(0, (int)error, FiscalNetAnswer.TextOf(error));
    }

    /// <summary>The file is not in the language.</summary>
    public static string Wrong(string problem) => Lines(0, (int)FiscalError.CommandSyntax,
        $"Fișierul nu poate fi citit ({problem}). Nu s-a emis nimic: corectați-l și trimiteți-l din nou.");

    /// <summary>A file's whole answer.</summary>
    public static string Text(IEnumerable<string> answers) => string.Join(LineEnd, answers);

    private static string Accepted(long number) => $"BONOK=1{LineEnd}NRBON={number}{LineEnd}";

    // Programs differ in which of the two forms they look for.
    private static string Lines(int ok, int error, string text) =>
        $"BONOK={ok}{LineEnd}ERRCODE={error}{LineEnd}ERRINFO={text}{LineEnd}EROARE={error} {text}{LineEnd}";
}
