using System.Text;
using System.Text.RegularExpressions;
using Nf.Emulator.Peripherals;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>What must hold at the end of the short day, whatever happened in between.</summary>
internal static partial class DayCheck
{
    private static readonly int[] Days = [1, 2];

    private const string Notice = "REVENIRE DUPĂ LIPSA TENSIUNII";

    /// <summary>What a day without power cuts comes to.</summary>
    public static GoodDay Of(DayRun undisturbed)
    {
        var register = undisturbed.Register;
        var state = register.Register.State;
        return new GoodDay(Sums(Closure(register)), [.. Days.Select(d => WithoutTime(register.Records(d)))], Lines(register.Paper),
            state.Totals.Total, state.GrandTotal);
    }

    public static void Holds(DayRun run, GoodDay good)
    {
        FiscalMemoryHolds(run.Register, good);
        JournalHolds(run.Register);
        CollectionAssert.AreEqual(good.Records, Days.Select(d => WithoutTime(run.Register.Records(d))).ToArray(), "receipt records");
        OpenDayHolds(run.Register, good);
        PaperHolds(run, good.Paper);
    }

    private static void FiscalMemoryHolds(TestRegister register, GoodDay good)
    {
        Assert.AreEqual(0, register.Hardware.FiscalMemory.Violations.Count, "a location of the fiscal memory was programmed twice");
        Assert.AreEqual(1, register.Register.Log.Count(RecordKind.Closure), "closures");
        var closure = Closure(register);
        Assert.AreEqual(1, closure.Number);
        Assert.AreEqual(2, closure.Totals.Receipts);
        Assert.AreEqual(good.ClosureSums, Sums(closure), "sums in the fiscal memory");
    }

    private static ClosureRecord Closure(TestRegister register)
    {
        Assert.IsTrue(register.Register.Log.ReadLatest(RecordKind.Closure), "the closure is readable");
        var closure = new ClosureRecord();
        closure.Load(register.Register.Log.Payload);
        return closure;
    }

    // All sums, as bytes: whoever adds a sum to the record has it compared here too.
    private static string Sums(ClosureRecord closure)
    {
        var bytes = new byte[512];
        closure.Totals.Save(new Nf.Firmware.Bytes.ByteWriter(bytes));
        return Convert.ToHexString(bytes) + closure.GrandTotal + ":" + closure.GrandVat;
    }

    private static void JournalHolds(TestRegister register) =>
        Assert.AreEqual(register.JournalHash(1), Convert.ToHexString(Closure(register).Digest), "hash in the fiscal memory");

    private static void OpenDayHolds(TestRegister register, GoodDay good)
    {
        var state = register.Register.State;
        Assert.AreEqual(1, state.Totals.Receipts, "receipts of the open day");
        Assert.AreEqual(good.OpenTotal, state.Totals.Total, "total of the open day");
        Assert.AreEqual(good.GrandTotal, state.GrandTotal, "total of the closed days");
        Assert.AreEqual(Encoding.UTF8.GetByteCount(register.Journal(2)), state.TextLength, "length of the open day's file");
    }

    // Paper is the undisturbed paper, with at most one line printed again for each cut, and a notice where that happened.
    private static void PaperHolds(DayRun run, IReadOnlyList<string> expected)
    {
        var actual = Lines(WithoutNotices(run.Register.Paper));
        var repeated = 0;
        var at = 0;
        for (var i = 0; i < actual.Count; i++)
        {
            if (at < expected.Count && actual[i] == expected[at]) at++;
            else if (at > 0 && actual[i] == expected[at - 1]) repeated++;
            else Assert.Fail($"paper line {i} is \"{actual[i]}\", expected \"{(at < expected.Count ? expected[at] : "the end")}\"");
        }

        Assert.AreEqual(expected.Count, at, "lines missing at the end of the paper");
        Assert.IsTrue(repeated <= run.Cuts, $"{repeated} lines are printed twice after {run.Cuts} cuts");
        AssertJournalIsPaper(run.Register, repeated);
    }

    // The journal holds what the paper shows, codes, cuts and X reports left out; a line in doubt is there once.
    private static void AssertJournalIsPaper(TestRegister register, int repeated)
    {
        var journal = (register.Journal(1) + register.Journal(2)).Split('\n').Count(line => line.Length > 0);
        var paper = Journaled(register.Roll.Lines);
        Assert.IsTrue(paper - journal >= 0 && paper - journal <= repeated, $"{paper} lines on paper, {journal} in the journal");
    }

    private static int Journaled(IEnumerable<PaperLine> roll)
    {
        var lines = 0;
        var document = new List<PaperLine>();
        foreach (var line in roll)
        {
            document.Add(line);
            if (!line.IsCut) continue;
            if (!document.Exists(l => l.Text.Contains("RAPORT X"))) lines += document.Count(l => !l.IsCut && l.QrPayload is null);
            document.Clear();
        }

        return lines + document.Count(l => !l.IsCut && l.QrPayload is null);
    }

    private static List<string> Lines(IEnumerable<string> paper) => [.. paper.Select(WithoutTime)];

    private static IEnumerable<string> WithoutNotices(string[] paper)
    {
        var document = new List<string>();
        foreach (var line in paper)
        {
            document.Add(line);
            if (!line.Contains('✂')) continue;
            if (!document.Exists(l => l.Contains(Notice))) foreach (var kept in document) yield return kept;
            document.Clear();
        }

        foreach (var kept in document) yield return kept;
    }

    private static string WithoutTime(string text) => Moment().Replace(text, "#");

    // A hash first: it may begin with many digits.
    [GeneratedRegex(@"[0-9A-F]{32}|\d\d-\d\d-\d{4}|\d\d:\d\d:\d\d|\d{14}(?=;)|\d{14,}|^\s+[\d;]+\]?")]
    private static partial Regex Moment();
}

/// <summary>What the short day comes to when nothing disturbs it.</summary>
internal sealed record GoodDay(string ClosureSums, string[] Records, IReadOnlyList<string> Paper, long OpenTotal, long GrandTotal);
