using System.Globalization;
using Microsoft.Data.Sqlite;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Schemas;

namespace Nf.Emulator.Anaf.Store;

/// <summary>What became of a message.</summary>
/// <param name="Code">The answer's code; null when the message cannot be answered, because it has no idM.</param>
/// <param name="Text">Why it was refused.</param>
/// <param name="Prepared">The prepared answer that was used up for it.</param>
internal sealed record Verdict(int? Code, string Text, PreparedAnswer? Prepared)
{
    /// <summary>The configuration that goes along.</summary>
    internal AnafProfile? Profile { get; init; }
}

/// <summary>Decides about messages in the light of what came before, and keeps them.</summary>
/// <param name="rules">What is assumed.</param>
internal sealed class MessageLedger(AnafRules rules)
{
    private static readonly Dictionary<string, (int Tip, AnafDocumentKind Day, string Namespace)> s_kinds = new()
    {
        ["U"] = (1, AnafDocumentKind.OrdinaryDay, AnafSchemas.Ordinary),
        ["S"] = (2, AnafDocumentKind.ExchangeDay, AnafSchemas.Exchange),
        ["T"] = (3, AnafDocumentKind.TaxiDay, AnafSchemas.Taxi),
        ["A"] = (4, AnafDocumentKind.OrdinaryDay, AnafSchemas.Ordinary),
    };

    /// <summary>Takes a message that came in over the network.</summary>
    /// <param name="client">The register whose certificate holds the connection.</param>
    internal Verdict Take(SqliteConnection database, ReceivedMessage message, string client)
    {
        var verdict = Decide(database, message, client);
        if (verdict.Prepared?.Kind == AnswerKind.HttpError) return verdict;
        var profile = verdict.Prepared?.MP is { } mp ? AnswerMaker.Filled(mp, client, message.At) : null;
        return verdict with { Profile = GivenRows.Again(database, client, message.IdText, profile) };
    }

    /// <summary>Checks that the signer is registered.</summary>
    /// <returns>The register; null when it is not known.</returns>
    internal static RegisterRow? CheckSender(SqliteConnection database, ReceivedMessage message)
    {
        if (message.Signer is null) return null;
        var series = RegisterCertificate.SeriesOf(message.Signer) ?? "";
        var register = RegisterRow.Find(database, series);
        if (!message.Checks.Must("registered", AnafCode.NotRegistered, register is null ? $"register {series} is not registered" : null)) return null;
        var revoked = database.Rows(row => row.GetBoolean(0), "SELECT revoked FROM certificates WHERE thumbprint = $1 AND series = $2",
            message.Signer.Thumbprint, series);
        message.Checks.Must("known", AnafCode.NotRegistered, revoked.Count == 0 ? "the certificate is not the register's" : null);
        message.Checks.Must("revoked", AnafCode.Revoked, revoked.Contains(true) ? "the certificate was revoked" : null);
        return register;
    }

    /// <summary>Decides about a day whose every other check passed.</summary>
    /// <param name="inOrder">Each day must follow the one before.</param>
    /// <returns>Code and text.</returns>
    internal static (int Code, string Text) Sequence(SqliteConnection database, ReceivedMessage message, RegisterRow register, bool inOrder)
    {
        var z = message.Id!.Z!.Value;
        var had = database.Rows(row => (byte[])row.GetValue(0), "SELECT fingerprint FROM days WHERE series = $1 AND z = $2", register.Series, z);
        if (had.Count > 0 && had[0].AsSpan().SequenceEqual(message.Fingerprint)) return (AnafCode.HadAlready, $"Z {z} was taken over before");
        if (had.Count > 0) return (AnafCode.OtherContent, $"Z {z} was taken over with other contents");
        if (!inOrder || register.LastZ is not { } last || z == last + 1) return (AnafCode.Taken, "");
        return (AnafCode.Gap, z > last ? $"Z {last + 1} to {z - 1} are missing" : $"Z {z} is from before the first that was taken over");
    }

    /// <summary>Keeps a day that is taken over.</summary>
    internal static void AddDay(SqliteConnection database, ReceivedMessage message, string series, long id)
    {
        var z = message.Id!.Z!.Value;
        database.Run("INSERT INTO days (series, z, fingerprint, message) VALUES ($1, $2, $3, $4)", series, z, message.Fingerprint, id);
        database.Run("UPDATE registers SET last_z = MAX(COALESCE(last_z, 0), $2) WHERE series = $1", series, z);
    }

    /// <summary>Keeps a message.</summary>
    /// <returns>Its number.</returns>
    internal static long Add(SqliteConnection database, ReceivedMessage message, string series, int? code, string text, string answer)
    {
        var at = Text(message.At);
        database.Run("UPDATE registers SET last_seen = $2 WHERE series = $1", series, at);
        return database.Insert(
            "INSERT INTO messages (at, series, path, kind, id_m, z, code, text, answer, checks, content, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            at, series, message.Path, AnafJson.Text(message.Kind).Trim('"'), message.IdText, message.Id?.Z, code, text, answer,
            AnafJson.Text(message.Checks.All), message.Content, message.Body);
    }

    /// <summary>Keeps something that is no signed message.</summary>
    internal static long AddOther(SqliteConnection database, string kind, AnafRequest request, string series, CheckList checks, DateTimeOffset now) =>
        database.Insert("INSERT INTO messages (at, series, path, kind, code, text, answer, checks, body) VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8)",
            Text(now), series, request.Path, kind, checks.FirstWrong?.Code ?? AnafCode.Taken, checks.FirstWrong?.Detail ?? "", AnafJson.Text(checks.All), request.Body);

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private Verdict Decide(SqliteConnection database, ReceivedMessage message, string client)
    {
        var prepared = PreparedRows.Take(database, answer => !answer.IsTls && (answer.Series is null || answer.Series == client));
        if (prepared?.Kind == AnswerKind.HttpError) return Keep(database, message, client, null, $"HTTP {prepared.Status}, as prepared", prepared);
        if (prepared?.Kind == AnswerKind.Refuse) return Keep(database, message, client, prepared.Cod, prepared.Text, prepared);
        var register = CheckSender(database, message);
        if (register is not null) CheckType(message, register);
        if (message.Checks.Good && message.IsDay) return TakeDay(database, message, client, register!, prepared);
        return Keep(database, message, client, prepared);
    }

    private Verdict TakeDay(SqliteConnection database, ReceivedMessage message, string client, RegisterRow register, PreparedAnswer? prepared)
    {
        var (code, text) = Sequence(database, message, register, inOrder: true);
        message.Checks.Must("sequence", code, code is AnafCode.Taken or AnafCode.HadAlready ? null : text);
        if (code == AnafCode.OtherContent) database.Run("UPDATE registers SET flagged = 1 WHERE series = $1", register.Series);
        var id = Add(database, message, client, code, text, Answer(prepared));
        if (code == AnafCode.Taken) AddDay(database, message, register.Series, id);
        return new Verdict(code, text, prepared);
    }

    private static Verdict Keep(SqliteConnection database, ReceivedMessage message, string client, PreparedAnswer? prepared)
    {
        var wrong = message.Checks.FirstWrong;
        int? code = message.IdText is null ? null : wrong?.Code ?? AnafCode.Taken;
        return Keep(database, message, client, code, wrong is null ? "" : $"{wrong.Name}: {wrong.Detail}", prepared);
    }

    private static Verdict Keep(SqliteConnection database, ReceivedMessage message, string client, int? code, string text, PreparedAnswer? prepared)
    {
        Add(database, message, client, code, text, Answer(prepared));
        return new Verdict(code, text, prepared);
    }

    private static string Answer(PreparedAnswer? prepared) => AnafJson.Text(prepared?.Kind ?? AnswerKind.Confirm).Trim('"');

    private void CheckType(ReceivedMessage message, RegisterRow register)
    {
        var (tip, day, space) = s_kinds[register.Kind];
        var path = rules.Paths[tip];
        message.Checks.Must("address", AnafCode.OtherType, message.Path == path || message.Path == "/" ? null : $"{message.Path} is not the address of this type of register, {path} is");
        if (message.Document?.Root is not { } root) return;
        var right = message.IsDay ? message.Kind == day : message.Kind == AnafDocumentKind.Empty && root.Name.NamespaceName == space;
        message.Checks.Must("type", AnafCode.OtherType, right ? null : $"a message {root.Name} does not come from a register of type {register.Kind}");
        if (register.Kind == "A" && rules.AirportNeedsFlight && right && message.IsDay)
            message.Checks.Must("nrC", AnafCode.BadIdentifier, DayView.Receipts(root).Exists(receipt => receipt.Text("nrC").Length == 0) ? "a receipt without flight (nrC)" : null);
    }
}
