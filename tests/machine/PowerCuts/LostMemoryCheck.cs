using System.Globalization;
using System.Text.RegularExpressions;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Journal;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>What must hold after the working memory was lost: what paper shows is counted, nothing twice, and the Z is the independent sum.</summary>
internal static partial class LostMemoryCheck
{
    /// <param name="run">The register after it mended itself.</param>
    /// <param name="good">The day without a cut.</param>
    /// <param name="without">The day without a cut and without one of its units, for each of them.</param>
    public static void Holds(LostMemoryRun run, LostMemoryRun good, LostMemoryRun[] without)
    {
        var register = run.Register;
        Assert.AreEqual(FiscalError.None, register.Register.BlockedBy, "the register works");
        SumsAreThoseOfAWholeDocument(run, good);
        EverythingIsCountedOnce(run, good, without);
        var resets = register.Register.Log.Count(RecordKind.RamReset);
        Assert.IsLessThanOrEqualTo(run.Losses, resets, "resets in the fiscal memory");
        for (var day = 1; day <= register.Register.State.OpenDay; day++) PaperIsCounted(register, day);
        SellAndClose(register, resets);
        Assert.AreEqual(0, register.Hardware.FiscalMemory.Violations.Count, "a location of the fiscal memory was programmed twice");
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(FiscalError.None, register.Register.BlockedBy, "after the next start");
    }

    // The document that was under way may be lost, and with it an answered one; nothing else may, and nothing is guessed.
    private static void SumsAreThoseOfAWholeDocument(LostMemoryRun run, LostMemoryRun good)
    {
        var first = Math.Max(0, run.Answered - 1);
        var possible = good.Sums.Skip(first).Take(run.Answered + 2 - first);
        CollectionAssert.Contains(possible.ToArray(), run.Mended, $"after {run.Answered} answered units");
    }

    // The host did everything once, whatever it sent again; only what was answered and not yet in the journal is gone.
    private static void EverythingIsCountedOnce(LostMemoryRun run, LostMemoryRun good, LostMemoryRun[] without)
    {
        if (run.Final == good.Final) return;
        Assert.IsTrue(run.Answered > 0 && !run.IsLate, "nothing that was answered can be lost, and the day has not come to what the host did");
        Assert.AreEqual(without[run.Answered - 1].Final, run.Final, $"the day is neither what the host did nor that without unit {run.Answered}");
    }

    private static void PaperIsCounted(TestRegister register, int day)
    {
        var counted = Receipts(register, day).Count;
        var printed = register.Paper.Select(line => Number().Match(line)).Where(m => m.Success && int.Parse(m.Groups[1].Value) == day)
            .Select(m => int.Parse(m.Groups[2].Value)).ToList();
        CollectionAssert.IsSubsetOf(printed.Distinct().ToArray(), Enumerable.Range(1, counted).ToArray(), $"receipts on paper of day {day}");
        Assert.AreEqual(printed.Count, printed.Distinct().Count() + Repeated(register), $"numbers on paper of day {day}");
    }

    // A line in doubt when the power went is printed again.
    private static int Repeated(TestRegister register) => register.Paper.Zip(register.Paper.Skip(1)).Count(p => p.First == p.Second && Number().IsMatch(p.First));

    private static void SellAndClose(TestRegister register, int resets)
    {
        var day = register.Register.State.OpenDay;
        register.Receipt("1.21");
        var z = register.CloseDay();
        var receipts = Receipts(register, day);
        z.HasInOrder($"Z NR: {day:0000}", $"NUMĂR BONURI FISCALE {receipts.Count}", $"VAL. TOTALĂ VÂNZĂRI {Lei(receipts.Sum(r => r.Total))}",
            $"TOTAL TVA {Lei(receipts.Sum(r => r.Vat))}");
        Assert.AreEqual(resets, register.Paper.Where(l => ResetsOnZ().IsMatch(l)).Sum(l => int.Parse(ResetsOnZ().Match(l).Groups[1].Value)), "resets on the Z reports");
        for (var closed = 1; closed <= day; closed++) FileHolds(register, closed);
    }

    private static void FileHolds(TestRegister register, int day)
    {
        var verifier = new JournalVerifier(new CardJournal(register.Card), register.Register.Log, register.Register.State);
        var error = verifier.Begin(day);
        while (error == FiscalError.None && !verifier.IsDone) error = verifier.Turn();
        Assert.AreEqual(FiscalError.None, error, $"the file of day {day}");
        ClosureTests.Hash(register, day);
        foreach (var line in register.Journal(day).Split('\n').Where(l => l.Contains("MAGAZIN", StringComparison.Ordinal)))
            Assert.IsTrue("MAGAZIN DEMO SRL".StartsWith(line.Trim(), StringComparison.Ordinal), $"a document, or what a cut left of one, begins on a line of its own: {line}");
    }

    // Receipts that a snapshot vouches for, read as docs/reference/journal.md says.
    private static List<(long Total, long Vat)> Receipts(TestRegister register, int day)
    {
        var counted = new List<(long, long)>();
        var group = new List<(long, long)>();
        foreach (var line in register.RecordFile(day).Split('\n'))
        {
            if (line.StartsWith('R')) group.Clear();
            else if (line.StartsWith('T') && !line.EndsWith('!'))
            {
                counted.AddRange(group);
                group.Clear();
            }
            else if (line.Length > 0 && char.IsDigit(line[0]) && !line.EndsWith('!'))
            {
                var fields = line.Split(';');
                group.Add((long.Parse(fields[2]), long.Parse(fields[3])));
            }
        }

        return counted;
    }

    private static string Lei(long bani) => (bani / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Z:(\d{4}) BF:(\d{4})")]
    private static partial Regex Number();

    [GeneratedRegex(@"RESETĂRI RAM\s+(\d+)")]
    private static partial Regex ResetsOnZ();
}
