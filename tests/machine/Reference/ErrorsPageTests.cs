using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Reference;

/// <summary>docs/reference/errors.md and the texts of the firmware say the same.</summary>
[TestClass]
public sealed class ErrorsPageTests
{
    private const int Number = 0;
    private const int Name = 1;
    private const int Cause = 2;
    private const int Next = 3;

    private static readonly FiscalError[] Named = [.. Enum.GetValues<FiscalError>().Where(e => e != FiscalError.None)];

    private static readonly FiscalError[] All =
        [.. Named, .. Enumerable.Range(1, FiscalErrors.MaxField).SelectMany(n => (FiscalError[])[FiscalErrors.Syntax(n), FiscalErrors.Value(n)])];

    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "reference", "errors.md"))
        .Where(line => line.StartsWith("| -", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    [TestMethod]
    [Article("HG 479/2003, norme art. 24 (1)-(2)")]
    public void Every_named_error_has_its_row()
    {
        foreach (var error in Named)
        {
            var row = Rows.SingleOrDefault(r => r[Name] == error.ToString());
            Assert.IsNotNull(row, $"docs/reference/errors.md lacks a row for {error}");
            Assert.AreEqual(((int)error).ToString(), row[Number], $"number of {error}");
            Assert.AreEqual(FiscalErrors.Cause(error), row[Cause], $"cause of {error}");
            Assert.AreEqual(FiscalErrors.Next(error), row[Next], $"next step of {error}");
        }
    }

    [TestMethod]
    [DataRow("Syntax(*n*)", "-112100 - *n*", -112100)]
    [DataRow("Value(*n*)", "-112200 - *n*", -112200)]
    public void The_errors_of_fields_have_their_row(string name, string number, int first)
    {
        var row = Rows.Single(r => r[Name] == name);
        Assert.AreEqual(number, row[Number]);
        for (var field = 1; field <= FiscalErrors.MaxField; field++)
        {
            var error = (FiscalError)(first - field);
            Assert.AreEqual(error, first == -112100 ? FiscalErrors.Syntax(field) : FiscalErrors.Value(field));
            Assert.AreEqual(row[Cause].Replace("*n*", $"{field}"), FiscalErrors.Cause(error));
            Assert.AreEqual(row[Next], FiscalErrors.Next(error));
        }
    }

    [TestMethod]
    public void No_row_is_about_an_error_that_does_not_exist()
    {
        foreach (var row in Rows.Where(r => !r[Name].Contains('(')))
            Assert.IsTrue(Enum.TryParse<FiscalError>(row[Name], out _), $"{row[Name]} in docs/reference/errors.md");
        Assert.IsTrue(Rows.All(r => r.Length == 6 && r.All(cell => cell.Length > 0)));
    }

    [TestMethod]
    public void Every_error_says_what_to_do_and_fits_the_display()
    {
        foreach (var error in All)
        {
            Assert.IsTrue(FiscalErrors.IsKnown(error), $"{error}");
            Assert.IsInRange(5, 40, FiscalErrors.Cause(error).Length, $"cause of {error}");
            Assert.IsInRange(5, 80, FiscalErrors.Next(error).Length, $"next step of {error}");
        }
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B d)")]
    public void Romanian_letters_have_the_comma_below()
    {
        foreach (var error in All)
            Assert.AreEqual(-1, (FiscalErrors.Cause(error) + FiscalErrors.Next(error)).IndexOfAny(['ş', 'ţ', 'Ş', 'Ţ']), $"{error}");
    }

    [TestMethod]
    public void A_number_that_is_no_error_is_not_known_and_still_has_words()
    {
        Assert.IsFalse(FiscalErrors.IsKnown(FiscalError.None));
        Assert.AreEqual("", FiscalErrors.Cause(FiscalError.None));
        Assert.AreEqual("", FiscalErrors.Next(FiscalError.None));
        foreach (var number in (int[])[-112100, -112117, -112200, -112217, -1, 7])
        {
            Assert.IsFalse(FiscalErrors.IsKnown((FiscalError)number), $"{number}");
            Assert.AreEqual("Eroare necunoscută", FiscalErrors.Cause((FiscalError)number));
            Assert.AreNotEqual("", FiscalErrors.Next((FiscalError)number));
        }
    }
}
