using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Schemas;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>A message with everything that can be said about it without what came before.</summary>
internal sealed class ReceivedMessage
{
    private ReceivedMessage(byte[] body, string path, DateTimeOffset at)
    {
        Body = body;
        Path = path;
        At = at;
    }

    internal byte[] Body { get; }

    internal string Path { get; }

    internal DateTimeOffset At { get; }

    internal CheckList Checks { get; } = new();

    /// <summary>What was signed; null when the body could not be opened.</summary>
    internal byte[]? Content { get; private set; }

    internal AnafDocument? Document { get; private set; }

    /// <summary>The signer's certificate; null when the body could not be opened.</summary>
    internal X509Certificate2? Signer { get; private set; }

    internal string? IdText { get; private set; }

    internal AnafId? Id { get; private set; }

    internal AnafDocumentKind Kind => Document?.Kind ?? AnafDocumentKind.Unknown;

    /// <summary>It is a day with a Z.</summary>
    internal bool IsDay => Kind is AnafDocumentKind.OrdinaryDay or AnafDocumentKind.ExchangeDay or AnafDocumentKind.TaxiDay;

    /// <summary>What tells a day from another of the same number; only of a valid day.</summary>
    internal byte[] Fingerprint => SHA256.HashData(Encoding.UTF8.GetBytes(DayView.Fiscal(Document!.Root!)));

    /// <summary>Opens a message and checks it.</summary>
    internal static ReceivedMessage Inspect(byte[] body, string path, X509Certificate2 root, AnafRules rules, DateTimeOffset now)
    {
        var message = new ReceivedMessage(body, path, now);
        message.Open(root, rules);
        return message;
    }

    private void Open(X509Certificate2 root, AnafRules rules)
    {
        if (SignedBody.Open(Body, root, At, Checks) is not { } signed) return;
        Content = signed.Content;
        Signer = signed.Signer;
        Document = AnafSchemas.Read(new MemoryStream(signed.Content));
        var problem = Document.Problems.Count > 0 ? string.Join("; ", Document.Problems) : null;
        IdText = Document.Root?.Attribute("idM")?.Value;
        if (!Checks.Must("schema", AnafCode.BadSchema, problem)) return;
        if (!Checks.Must("message", AnafCode.BadSchema, Kind == AnafDocumentKind.FromServer ? "a document of ANAF's side" : null)) return;
        Id = AnafId.Read(IdText!, IsDay ? AnafId.ZLength : AnafId.PlainLength);
        var series = RegisterCertificate.SeriesOf(signed.Signer) ?? "";
        if (!Checks.Must("idM", AnafCode.BadIdentifier, IdentifierChecks.MessageProblem(Id, IdText!, series))) return;
        Checks.Should("clock", Id!.Moment > RomanianTime.Of(At) + rules.ClockAhead ? $"the register's clock is ahead: {Id.Moment:yyyy-MM-dd HH:mm:ss}" : null);
        if (!IsDay) return;
        IdentifierChecks.Check(Document.Root!, Id, Checks);
        TotalsChecks.Check(Kind, Document.Root!, rules, Checks);
    }
}
