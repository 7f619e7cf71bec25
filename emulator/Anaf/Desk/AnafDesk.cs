using System.Net.Http.Headers;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Store;
using Nf.Emulator.State;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>ANAF's stand-in without a network: messages in, answers out, everything kept. Safe for many threads.</summary>
/// <remarks>
/// <code>
/// using var desk = AnafDesk.Open(folder, now);
/// desk.Registers.Add("1234567890", "U", "12345678", now);
/// var reply = desk.Receive(new AnafRequest(certificate, "/bon", "application/pkcs7-mime", body), now);
/// </code>
/// </remarks>
public sealed class AnafDesk : IDisposable
{
    private const string FileName = "anaf.sqlite";
    private readonly IDisposable _lock;
    private readonly AnafDatabase _database;
    private readonly MessageLedger _ledger;
    private readonly AnswerMaker _answers;
    private readonly RenewalDesk _renewals;
    private readonly FilingDesk _filings;

    private AnafDesk(IDisposable taken, AnafDatabase database, TestAuthority authority, AnafRules rules)
    {
        (_lock, _database, Authority, Rules) = (taken, database, authority, rules);
        _ledger = new MessageLedger(rules);
        _answers = new AnswerMaker(authority, rules);
        _renewals = new RenewalDesk(database, authority, rules);
        _filings = new FilingDesk(database, authority, rules);
        Registers = new RegisterBook(database, authority);
        Messages = new MessageBook(database);
        Prepared = new PreparedBook(database);
    }

    /// <summary>The authority under which all certificates are.</summary>
    public TestAuthority Authority { get; }

    /// <summary>What is assumed.</summary>
    public AnafRules Rules { get; }

    /// <summary>The registers.</summary>
    public RegisterBook Registers { get; }

    /// <summary>What came in.</summary>
    public MessageBook Messages { get; }

    /// <summary>What the next answers are.</summary>
    public PreparedBook Prepared { get; }

    /// <summary>Opens the stand-in that a folder keeps; a new one when it keeps none.</summary>
    /// <param name="folder">Created when it does not exist.</param>
    /// <param name="now">A new authority is valid from the day before.</param>
    /// <param name="rules">What is assumed; the usual when null.</param>
    /// <param name="keys">Keys and serial numbers for certificates; new ones when null.</param>
    /// <exception cref="StateException">The folder cannot be used; the message says why and what to do.</exception>
    public static AnafDesk Open(string folder, DateTimeOffset now, AnafRules? rules = null, TestKeys? keys = null)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var taken = StateLock.Take(folder);
            try
            {
                var authority = TestAuthority.Keep(folder, now, keys ?? TestKeys.Fresh);
                return new AnafDesk(taken, new AnafDatabase(Path.Combine(folder, FileName)), authority, rules ?? AnafRules.Usual);
            }
            catch
            {
                taken.Dispose();
                throw;
            }
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            throw new StateException(StateProblem.Damaged, $"a certificate file in {folder} is damaged: bring back a copy, or move the folder away to start anew", e);
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(folder, e);
        }
    }

    /// <summary>Answers a request. It returns when what came in is on the disk.</summary>
    public AnafReply Receive(AnafRequest request, DateTimeOffset now) => ReceiveAsync(request, now).GetAwaiter().GetResult();

    /// <summary>Answers a request. It completes when what came in is on the disk.</summary>
    public async Task<AnafReply> ReceiveAsync(AnafRequest request, DateTimeOffset now)
    {
        if (request.Path != "/" && !Rules.Paths.Values.Contains(request.Path)) return Plain(404, "no such address");
        var series = RegisterCertificate.SeriesOf(request.Client);
        if (series is null || RegisterCertificate.Problem(request.Client, Authority.Root, now) is not null) return Plain(403, "no certificate of a register");
        var renewal = request.Path == Rules.Paths[5];
        if (MediaType(request.ContentType) != (renewal ? Rules.RequestType : Rules.SignedType)) return Plain(415, $"send {(renewal ? Rules.RequestType : Rules.SignedType)}");
        if (renewal) return await _renewals.ReceiveAsync(request, series, now);
        var message = ReceivedMessage.Inspect(request.Body, request.Path, Authority.Root, Rules, now);
        if (message.Signer is { } signer && Rules.SignerIsClient)
            message.Checks.Must("signer", AnafCode.OtherSigner, RegisterCertificate.SeriesOf(signer) == series ? null : "the signer is not who holds the connection");
        var verdict = await _database.WriteAsync(database => _ledger.Take(database, message, series));
        return _answers.Make(message, verdict);
    }

    /// <summary>Takes the files of an offline filing, all or none.</summary>
    public FilingAnswer File(IReadOnlyList<FiledFile> files, DateTimeOffset now) => _filings.Take(files, now);

    /// <summary>The signed configuration with the unblocking code of a register's last filing; null when it filed nothing.</summary>
    public byte[]? Unblocking(string series, DateTimeOffset now) =>
        Registers.Find(series)?.Filed is { } filed ? _filings.Unblocking(series, filed, now) : null;

    /// <summary>A signed configuration for a register.</summary>
    /// <param name="profile">With an empty idM it gets the register's series and the moment.</param>
    public byte[] Configuration(string series, AnafProfile profile, DateTimeOffset now) =>
        TechnicianFiles.Configuration(Authority, AnswerMaker.Filled(profile, series, now), now);

    public void Dispose()
    {
        _database.Dispose();
        Authority.Dispose();
        _lock.Dispose();
    }

    private static string? MediaType(string? header) => MediaTypeHeaderValue.TryParse(header, out var type) ? type.MediaType : null;

    private static AnafReply Plain(int status, string text) => new(status, "text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(text));
}
