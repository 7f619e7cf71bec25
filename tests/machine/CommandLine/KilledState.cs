using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nf.Emulator.Peripherals;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>Compares a state directory with what the host was told, by <c>nf show</c> and by the files themselves.</summary>
internal sealed partial class KilledState(string state, HostLedger ledger)
{
    private const string Notice = "REVENIRE DUPĂ LIPSA TENSIUNII";
    private const string End = "BON FISCAL";

    /// <summary>The open day's sums are the host's.</summary>
    public void OpenDayHolds()
    {
        var day = Show("status").GetProperty("day");
        Assert.AreEqual(ledger.Receipts.Count, day.GetProperty("receipts").GetInt32(), "receipts");
        Assert.AreEqual(ledger.Cancelled, day.GetProperty("cancelled").GetInt32(), "cancelled");
        Assert.AreEqual(ledger.Vat.Sum(), day.GetProperty("vat").GetDecimal(), "VAT");
        Assert.AreEqual(ledger.Cash + ledger.PutIn, day.GetProperty("drawer").GetDecimal(), "drawer");
        CollectionAssert.AreEqual(ledger.Gross, Sums(day, "groups", "gross"), "groups");
        CollectionAssert.AreEqual(new[] { ledger.Card, ledger.Cash }.Where(sum => sum != 0).ToArray(), Sums(day, "payments", "sum"), "payments");
    }

    /// <summary>The closed day is the host's in the fiscal memory, in the journal and on paper.</summary>
    public void ClosedDayHolds(int kills)
    {
        var status = Show("status");
        Assert.AreEqual(1, status.GetProperty("lastZ").GetInt32());
        Assert.AreEqual(ledger.Gross.Sum(), status.GetProperty("grandTotal").GetDecimal());
        MemoryHolds();
        JournalHolds();
        PaperHolds(kills);
    }

    private void MemoryHolds()
    {
        var closures = Show("memory").EnumerateArray().Where(record => record.GetProperty("kind").GetString() == "Closure").ToList();
        Assert.HasCount(1, closures);
        var facts = closures[0].GetProperty("facts");
        Assert.AreEqual($"{ledger.Receipts.Count}", facts.GetProperty("receipts").GetString());
        Assert.AreEqual(Lei(ledger.Gross.Sum()), facts.GetProperty("total").GetString());
        Assert.AreEqual(Lei(ledger.Vat.Sum()), facts.GetProperty("VAT").GetString());
        for (var i = 0; i < ledger.Gross.Length; i++)
        {
            var told = facts.TryGetProperty($"group {"ABCDEFG"[i]}", out var group) ? group.GetString() : null;
            Assert.AreEqual(ledger.Gross[i] == 0 ? null : $"{Lei(ledger.Gross[i])}, VAT {Lei(ledger.Vat[i])}", told, $"group {i}");
        }
    }

    private void JournalHolds()
    {
        var day = Show("journal")[0];
        Assert.AreEqual("holds", day.GetProperty("verdict").GetString());
        Assert.AreEqual(ledger.Receipts.Count, day.GetProperty("receipts").GetInt32());
        var records = File.ReadAllLines(Path.Combine(state, "card", "Z0001.REC")).Where(line => char.IsDigit(line[0])).Select(line => string.Join(';', line.Split(';')[1..3]));
        CollectionAssert.AreEqual(ledger.Receipts, records.ToList(), "receipt records");
        var numbers = Number().Matches(File.ReadAllText(Path.Combine(state, "card", "Z0001.TXT"))).Select(m => int.Parse(m.Groups[1].Value));
        CollectionAssert.AreEqual(Enumerable.Range(1, ledger.Receipts.Count).ToList(), numbers.ToList(), "numbers in the journal");
    }

    // The paper is the journal's lines, with at most one line printed again for each interruption that it tells of.
    private void PaperHolds(int kills)
    {
        var journal = File.ReadAllLines(Path.Combine(state, "card", "Z0001.TXT"));
        var paper = PaperRollFile.Read(Path.Combine(state, "paper.jsonl")).Where(line => !line.IsCut && line.QrPayload is null).Select(line => line.Text).ToList();
        var (at, repeated) = (0, 0);
        foreach (var line in paper.TakeWhile(_ => at < journal.Length))
        {
            if (line == journal[at]) at++;
            else if (at > 0 && line == journal[at - 1]) repeated++;
            else Assert.Fail($"Z0001.TXT:{at + 1}: the journal has \"{journal[at]}\", the paper \"{line}\"");
        }

        Assert.HasCount(at, journal, "lines of the journal that are not on paper");
        var notices = paper.Count(line => line.Contains(Notice, StringComparison.Ordinal));
        Assert.IsLessThanOrEqualTo(notices, repeated, "lines printed again");
        Assert.IsLessThanOrEqualTo(kills, notices, "notices");
        Assert.AreEqual(ledger.Receipts.Count, journal.Count(line => line.Trim() == End), "ends of receipts");
    }

    private JsonElement Show(string what)
    {
        var result = NfProcess.Run("show", what, "--json", "--state", state);
        Assert.AreEqual(0, result.ExitCode, result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    private static decimal[] Sums(JsonElement day, string list, string sum) =>
        [.. day.GetProperty(list).EnumerateArray().Select(entry => entry.GetProperty(sum).GetDecimal())];

    private static string Lei(decimal lei) => lei.ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Z:0001 BF:(\d{4})")]
    private static partial Regex Number();
}
