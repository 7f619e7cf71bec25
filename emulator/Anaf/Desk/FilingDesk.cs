using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Schemas;
using Nf.Emulator.Anaf.Store;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>A file of an offline filing.</summary>
/// <param name="Name">Its name, without folder.</param>
/// <param name="Body">Its bytes.</param>
public sealed record FiledFile(string Name, byte[] Body);

/// <summary>What became of an offline filing.</summary>
/// <param name="Problems">What is wrong, each with the file's name; empty when it was taken over.</param>
/// <param name="IdM">idM of the register message: the unblocking code.</param>
/// <param name="Series">The register.</param>
/// <param name="Unblocking">The signed <c>mP</c> with <c>codD</c>, for the technician's medium; null when it was refused.</param>
public sealed record FilingAnswer(IReadOnlyList<string> Problems, string? IdM, string? Series, byte[]? Unblocking);

/// <summary>Takes what a register exports for the declaration A4200: the register message (opis) and a file for each day.</summary>
internal sealed class FilingDesk(AnafDatabase database, TestAuthority authority, AnafRules rules)
{
    /// <summary>Takes a folder's files, all or none.</summary>
    internal FilingAnswer Take(IReadOnlyList<FiledFile> files, DateTimeOffset now)
    {
        var filing = new Filing(files.Select(file => (file.Name, ReceivedMessage.Inspect(file.Body, file.Name, authority.Root, rules, now))));
        if (filing.Problems.Count > 0) return new FilingAnswer(filing.Problems, filing.Opis?.IdText, filing.Series, null);
        var problems = database.WriteAsync(db => Keep(db, filing)).GetAwaiter().GetResult();
        return new FilingAnswer(problems, filing.Opis!.IdText, filing.Series, problems.Count > 0 ? null : Unblocking(filing.Series!, filing.Opis.IdText!, now));
    }

    /// <summary>The signed configuration that unblocks a register after its filing.</summary>
    internal byte[] Unblocking(string series, string filed, DateTimeOffset now) => TechnicianFiles.Configuration(authority,
        new AnafProfile(AnafProfile.IdOf(series, RomanianTime.Of(now))) { CodD = filed }, now);

    private static List<string> Keep(Microsoft.Data.Sqlite.SqliteConnection db, Filing filing)
    {
        var problems = new List<string>();
        var days = new List<(ReceivedMessage Message, int Code)>();
        var register = MessageLedger.CheckSender(db, filing.Opis!);
        if (filing.Opis!.Checks.FirstWrong is { } wrong) return [$"{filing.Opis.Path}: {wrong.Detail}"];
        if (register!.FiscalCode != filing.Opis.Document!.Root!.Text("cif")) problems.Add($"{filing.Opis.Path}: cif is not that of the register's user, {register.FiscalCode}");
        foreach (var day in filing.Days)
        {
            MessageLedger.CheckSender(db, day);
            if (day.Checks.FirstWrong is { } unknown) problems.Add($"{day.Path}: {unknown.Detail}");
            var (code, text) = MessageLedger.Sequence(db, day, register, inOrder: false);
            if (code is not (AnafCode.Taken or AnafCode.HadAlready)) problems.Add($"{day.Path}: {text}");
            days.Add((day, code));
        }

        if (problems.Count > 0) return problems;
        MessageLedger.Add(db, filing.Opis, register.Series, AnafCode.Taken, "", "filed");
        foreach (var (day, code) in days)
        {
            var id = MessageLedger.Add(db, day, register.Series, code, "", "filed");
            if (code == AnafCode.Taken) MessageLedger.AddDay(db, day, register.Series, id);
        }

        db.Run("UPDATE registers SET filed = $2 WHERE series = $1", register.Series, filing.Opis.IdText);
        return [];
    }

    /// <summary>The files by what they are, and what is wrong with them among themselves.</summary>
    private sealed class Filing
    {
        internal Filing(IEnumerable<(string Name, ReceivedMessage Message)> files)
        {
            foreach (var (name, message) in files.OrderBy(file => file.Message.Id?.Z ?? 0)) Sort(name, message);
            if (Opis is null) Problems.Add("no register message (opis, mReg) among the files");
            else if (Problems.Count == 0) CheckPeriod(Opis);
        }

        internal List<string> Problems { get; } = [];

        internal ReceivedMessage? Opis { get; private set; }

        internal List<ReceivedMessage> Days { get; } = [];

        internal string? Series => Opis?.Signer is { } signer ? RegisterCertificate.SeriesOf(signer) : null;

        private void Sort(string name, ReceivedMessage message)
        {
            if (message.Checks.FirstWrong is { } wrong) Problems.Add($"{name}: {wrong.Name}: {wrong.Detail}");
            else if (message.IsDay) Days.Add(message);
            else if (message.Kind != AnafDocumentKind.RegisterMessage) Problems.Add($"{name}: neither a day nor the register message");
            else if (Opis is not null) Problems.Add($"{name}: a second register message");
            else Opis = message;
        }

        private void CheckPeriod(ReceivedMessage opis)
        {
            var root = opis.Document!.Root!;
            var (first, last) = (root.Count("nrRapI"), root.Count("nrRapF"));
            if (first > last) Problems.Add($"{opis.Path}: nrRapI {first} is after nrRapF {last}");
            if (last - first + 1 != Days.Count)
                Problems.Add($"{opis.Path}: Numărul de zile fiscale declarate este diferit de numărul de fișiere Z găsite ({last - first + 1} declared, {Days.Count} files)");
            var expected = first;
            foreach (var day in Days)
            {
                if (RegisterCertificate.SeriesOf(day.Signer!) != Series) Problems.Add($"{day.Path}: signed by another register than {opis.Path}");
                if (day.Id!.Z != expected) Problems.Add($"{day.Path}: Z {day.Id.Z} where Z {expected} must be");
                if (root.Attribute("luna") is not null && !InMonth(day, root.Count("an"), root.Count("luna"))) Problems.Add($"{day.Path}: the Z is not of the month {root.Text("luna")}.{root.Text("an")}");
                expected++;
            }
        }

        private static bool InMonth(ReceivedMessage day, long year, long month)
        {
            var moment = AnafId.Read(DayView.Closure(day.Document!.Root!).Text("idR"), AnafId.ZLength)!.Moment;
            return moment.Year == year && moment.Month == month;
        }
    }
}
