using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Nf.Emulator.Anaf.Schemas;

/// <summary>What kind of document it is.</summary>
public enum AnafDocumentKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>The day of an ordinary register or an airport shop's: <c>msj</c> of a4203.</summary>
    OrdinaryDay,

    /// <summary>The day of an exchange office: <c>msj</c> of a4201.</summary>
    ExchangeDay,

    /// <summary>The day of a taxi: <c>msj</c> of a4202.</summary>
    TaxiDay,

    /// <summary>The empty message: <c>msj</c> with an idM of 24 characters.</summary>
    Empty,

    /// <summary>What an offline filing contains: <c>mReg</c> of a4200.</summary>
    RegisterMessage,

    /// <summary><c>mP</c>, <c>mReset</c> or <c>raspuns</c>: what comes from ANAF.</summary>
    FromServer,
}

/// <summary>A document that was read, and what its schema says about it.</summary>
/// <param name="Kind">What it claims to be.</param>
/// <param name="Root">Its root; null when it is not well-formed.</param>
/// <param name="Problems">What is wrong, in English, with line and column; empty when it is valid.</param>
public sealed record AnafDocument(AnafDocumentKind Kind, XElement? Root, IReadOnlyList<string> Problems);

/// <summary>The project's own schemas of ANAF's messages, written from the tables of OPANAF 146/2018.</summary>
public static class AnafSchemas
{
    /// <summary>The namespace of ordinary registers and airport shops.</summary>
    public const string Ordinary = "mfp:anaf:dgti:a4203:declaratie:v1";

    /// <summary>The namespace of exchange offices.</summary>
    public const string Exchange = "mfp:anaf:dgti:a4201:declaratie:v1";

    /// <summary>The namespace of taxis.</summary>
    public const string Taxi = "mfp:anaf:dgti:a4202:declaratie:v1";

    /// <summary>The namespace of the register message.</summary>
    public const string Register = "mfp:anaf:dgti:a4200:declaratie:v1";

    /// <summary>Characters of an empty message's idM.</summary>
    private const int EmptyIdLength = 24;

    private const int MostProblems = 20;
    private static readonly EmbeddedSchemas s_files = new();
    private static readonly XmlSchemaSet s_days = s_files.Compile("day-ordinary.xsd", "day-exchange.xsd", "day-taxi.xsd", "register-message.xsd", "server.xsd");
    private static readonly XmlSchemaSet s_empty = s_files.Compile("empty-ordinary.xsd", "empty-exchange.xsd", "empty-taxi.xsd");
    private static readonly XmlReaderSettings s_plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Reads a document and validates it against the schema of what it claims to be.</summary>
    /// <param name="stream">From its first byte; read to its end.</param>
    public static AnafDocument Read(Stream stream)
    {
        try
        {
            using var reader = XmlReader.Create(stream, s_plain);
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            var problems = Problems(document);
            return new AnafDocument(KindOf(document.Root!), document.Root, problems);
        }
        catch (XmlException e)
        {
            return new AnafDocument(AnafDocumentKind.Unknown, null, [$"not well-formed: {e.Message}"]);
        }
    }

    private static List<string> Problems(XDocument document)
    {
        var problems = new List<string>();
        if (document.Declaration?.Encoding is { } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            problems.Add($"encoding {encoding}, not UTF-8");
        if (KindOf(document.Root!) == AnafDocumentKind.Unknown)
        {
            problems.Add($"no message has the root {document.Root!.Name}");
            return problems;
        }

        document.Validate(KindOf(document.Root!) == AnafDocumentKind.Empty ? s_empty : s_days, (at, e) =>
        {
            if (problems.Count < MostProblems) problems.Add($"{Place(at)}{e.Message}");
        });
        return problems;
    }

    private static AnafDocumentKind KindOf(XElement root) => (root.Name.LocalName, root.Name.NamespaceName) switch
    {
        ("msj", Ordinary or Exchange or Taxi) when root.Attribute("idM")?.Value.Length == EmptyIdLength => AnafDocumentKind.Empty,
        ("msj", Ordinary) => AnafDocumentKind.OrdinaryDay,
        ("msj", Exchange) => AnafDocumentKind.ExchangeDay,
        ("msj", Taxi) => AnafDocumentKind.TaxiDay,
        ("mReg", Register) => AnafDocumentKind.RegisterMessage,
        ("mP" or "mReset" or "raspuns", "") => AnafDocumentKind.FromServer,
        _ => AnafDocumentKind.Unknown,
    };

    private static string Place(object? at) => at is IXmlLineInfo line && line.HasLineInfo() ? $"{line.LineNumber}:{line.LinePosition}: " : "";
}
