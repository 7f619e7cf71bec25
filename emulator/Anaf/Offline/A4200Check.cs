using System.Text.RegularExpressions;
using System.Xml.Linq;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Schemas;

namespace Nf.Emulator.Anaf.Offline;

/// <summary>Finds in a folder for declaration A4200 what ANAF's validator would: files, register, numbers, period, certificates, sums.</summary>
public static partial class A4200Check
{
    /// <summary>The register's message.</summary>
    public const string RegisterFile = "Perioada_raportare.p7b";

    private const string Again = "Export the month again from the register into an empty folder";

    /// <summary>Checks a folder.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="now">When certificates must be valid.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<A4200Finding> Of(string folder, DateTimeOffset now)
    {
        var findings = new List<A4200Finding>();
        if (Path.GetFullPath(folder).Any(char.IsWhiteSpace)) findings.Add(new A4200Finding("", "there are blanks in its path", "Move it to a path without blanks"));
        var days = new List<SignedFile>();
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (name == RegisterFile) continue;
            if (!DayName().IsMatch(name) || Directory.Exists(path)) findings.Add(new A4200Finding(name, "does not belong here", "Take it out of the folder"));
            else if (SignedFile.Open(path, now, findings) is { } file) days.Add(file);
        }

        var register = Path.Combine(folder, RegisterFile);
        if (!File.Exists(register)) findings.Add(new A4200Finding(RegisterFile, "is missing", Again));
        else if (SignedFile.Open(register, now, findings) is { } message) Compare(message, days, findings);
        foreach (var day in days) CheckDay(day, findings);
        return findings;
    }

    [GeneratedRegex(@"^\d{10}_Z\d{4}\.p7b$")]
    private static partial Regex DayName();

    private static void Compare(SignedFile message, List<SignedFile> days, List<A4200Finding> findings)
    {
        if (message.Document.Kind != AnafDocumentKind.RegisterMessage)
        {
            findings.Add(new A4200Finding(message.Name, "is no register message (mReg)", Again));
            return;
        }

        var root = message.Document.Root!;
        var series = AnafId.Read(root.Text("idM"), AnafId.PlainLength)?.Series ?? "";
        if (RegisterCertificate.SeriesOf(message.Signer) != series)
            findings.Add(new A4200Finding(message.Name, $"names register {series} and is signed by {RegisterCertificate.SeriesOf(message.Signer)}", Again));
        var numbers = new HashSet<int>();
        foreach (var day in days) CompareDay(day, message, series, numbers, findings);
        var (first, last) = ((int)root.Count("nrRapI"), (int)root.Count("nrRapF"));
        if (numbers.Count != last - first + 1)
            findings.Add(new A4200Finding("", $"the register's message tells of Z {first} to {last}, {last - first + 1} days, and {numbers.Count} are here", Again,
                "Numărul de zile fiscale declarate este diferit de numărul de fișiere Z găsite"));
        for (var z = first; z <= last; z++)
            if (!numbers.Contains(z)) findings.Add(new A4200Finding("", $"the file of Z {z:0000} is missing", Again));
        foreach (var z in numbers.Where(z => z < first || z > last).Order())
            findings.Add(new A4200Finding($"{series}_Z{z:0000}.p7b", "is not in the period that the register's message tells of", "Take it out of the folder"));
    }

    private static void CompareDay(SignedFile day, SignedFile message, string series, HashSet<int> numbers, List<A4200Finding> findings)
    {
        var root = day.Document.Root!;
        if (AnafId.Read(root.Text("idM"), AnafId.ZLength) is not { } id)
        {
            findings.Add(new A4200Finding(day.Name, "is no day's message", "Take it out of the folder"));
            return;
        }

        if (id.Series != series) findings.Add(new A4200Finding(day.Name, $"is of register {id.Series}, not of {series}", "One folder for each register: take it out"));
        if (RegisterCertificate.SeriesOf(day.Signer) is var signer && signer != series)
            findings.Add(new A4200Finding(day.Name, $"is signed by register {signer}, not by {series}", "One folder for each register: take it out"));
        if (!numbers.Add(id.Z!.Value)) findings.Add(new A4200Finding(day.Name, $"Z {id.Z:0000} is here twice", "Take one of the two out"));
        if (day.Name != $"{id.Series}_Z{id.Z:0000}.p7b") findings.Add(new A4200Finding(day.Name, $"holds Z {id.Z:0000} of register {id.Series}", "Give the file its own name, or export again"));
        CheckPeriod(day, message.Document.Root!, findings);
    }

    private static void CheckPeriod(SignedFile day, XElement register, List<A4200Finding> findings)
    {
        if (register.Attribute("an") is null || day.Document.Kind == AnafDocumentKind.Empty) return;
        if (AnafId.Read(DayView.Closure(day.Document.Root!).Text("idR"), AnafId.ZLength) is not { } z) return;
        if (z.Moment.Year != register.Count("an") || z.Moment.Month != register.Count("luna"))
            findings.Add(new A4200Finding(day.Name, $"the day was closed on {z.Moment:dd.MM.yyyy}, outside the month {register.Text("luna")}/{register.Text("an")}", "Take it out of the folder, or export the right month"));
    }

    private static void CheckDay(SignedFile day, List<A4200Finding> findings)
    {
        if (day.Document.Kind is not (AnafDocumentKind.OrdinaryDay or AnafDocumentKind.ExchangeDay or AnafDocumentKind.TaxiDay)) return;
        var checks = new CheckList();
        var root = day.Document.Root!;
        if (AnafId.Read(root.Text("idM"), AnafId.ZLength) is { } id) IdentifierChecks.Check(root, id, checks);
        TotalsChecks.Check(day.Document.Kind, root, AnafRules.Usual, checks);
        foreach (var check in checks.All.Where(check => check.Result == CheckResult.Wrong))
            findings.Add(new A4200Finding(day.Name, $"{check.Name}: {check.Detail}", "Tell the register's distributor: the register made it so"));
    }
}
