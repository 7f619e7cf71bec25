using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>Paper ends, or the cover is opened, in the middle of printing: once it is mended, the customer has one whole original.</summary>
[TestClass]
public sealed class InterruptedPaperTests
{
    private const string Notice = "DOCUMENTUL DE MAI SUS A FOST";

    /// <summary>«BON FISCAL», the logotype, the cut.</summary>
    private const int Closing = 3;

    public enum Trouble
    {
        PaperEnd,
        CoverOpen,
    }

    private static readonly string[] Good = GoodReceipt();

    public static IEnumerable<object[]> Places =>
        from trouble in Enum.GetValues<Trouble>()
        from line in Enumerable.Range(0, Good.Length + 1)
        from later in new[] { 0, 12 }
        select new object[] { trouble, line, later };

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void One_whole_original(Trouble trouble, int line, int laterMs)
    {
        var register = Issued();
        StopAfter(register, trouble, line, laterMs);
        register.Machine.Idle(TimeSpan.FromSeconds(5));
        Mend(register, trouble);
        HasOneOriginal(register);
        var torn = register.Paper.Any(l => l.Contains(Notice));
        if (line == 0 || line > Good.Length - Closing) Assert.IsFalse(torn, "nothing, or all that counts, was on paper");
        if (line > 1 && line < Good.Length - Closing - 1) Assert.IsTrue(torn, "what was on paper is declared void");
    }

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void One_whole_original_although_power_goes_while_there_is_no_paper(Trouble trouble, int line, int laterMs)
    {
        var register = Issued();
        StopAfter(register, trouble, line, laterMs);
        register.Machine.Idle(TimeSpan.FromSeconds(5));
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Mend(register, trouble);
        HasOneOriginal(register);
    }

    [TestMethod]
    public void Paper_that_ends_again_and_again_still_leaves_one_whole_original()
    {
        var register = Issued();
        foreach (var line in new[] { 5, 11, 17, 23 })
        {
            StopAfter(register, Trouble.PaperEnd, line, 0);
            register.Machine.Idle(TimeSpan.FromSeconds(2));
            register.Hardware.Printer.PaperLoaded = true;
        }

        register.Machine.RunToRest();
        HasOneOriginal(register);
        Assert.AreEqual(4, register.Paper.Count(l => l.Contains(Notice)));
    }

    [TestMethod]
    public void Power_may_go_at_every_line_of_the_second_printing()
    {
        for (var line = 0; line < Good.Length + 4; line++)
        {
            var register = Issued();
            StopAfter(register, Trouble.PaperEnd, 6, 0);
            register.Machine.Idle(TimeSpan.FromSeconds(2));
            register.Hardware.Printer.PaperLoaded = true;
            var from = register.Roll.Lines.Count;
            register.Machine.RunUntil(() => register.Roll.Lines.Count >= from + line, 5_000_000);
            Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
            register.Machine.RunToRest();
            var documents = Documents(register);
            Assert.AreEqual(1, documents.Count(d => d.Contains("BON FISCAL")), $"originals after a cut at {line}");
            CollectionAssert.IsSubsetOf(Good[..^1].Select(WithoutDigits).ToList(), documents.Single(d => d.Contains("BON FISCAL")).Select(WithoutDigits).ToList());
        }
    }

    [TestMethod]
    [DataRow(Trouble.PaperEnd, FiscalError.PaperEnd, 2, 0x01)]
    [DataRow(Trouble.CoverOpen, FiscalError.CoverOpen, 0, 0x40)]
    public void The_host_learns_it_and_nothing_new_is_begun(Trouble trouble, FiscalError error, int statusByte, int bit)
    {
        var register = Issued();
        StopAfter(register, trouble, 8, 0);
        register.Machine.Idle(TimeSpan.FromSeconds(2));
        var progress = register.Do(74, "0\t");
        CollectionAssert.AreEqual(new[] { "0", "0", "1" }, progress.Fields, "decided, not on paper");
        Assert.AreNotEqual(0, progress.Status[statusByte] & bit);
        register.Refused(error, 48, "1\t0001\t1\t\t\t");
        register.Refused(error, 38);
        register.Refused(error, 69, "X\t");
        register.Refused(error, 46);
        register.Do(62);
        Mend(register, trouble);
        progress = register.Do(74, "0\t");
        CollectionAssert.AreEqual(new[] { "1", "0", "1" }, progress.Fields, "on paper");
        Assert.AreEqual(0, progress.Status[statusByte] & bit);
        register.Receipt();
    }

    [TestMethod]
    public void A_Z_report_is_begun_again_too()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        register.Do(69, "Z\t");
        StopAfter(register, Trouble.PaperEnd, 10, 0);
        register.Machine.Idle(TimeSpan.FromSeconds(2));
        Mend(register, Trouble.PaperEnd);
        register.LastDocument().HasInOrder("MAGAZIN DEMO SRL", "Z NR: 0001", "[SHA-256]");
        Assert.AreEqual(1, register.Register.State.LastZ);
        Assert.AreEqual(1, register.Paper.Count(l => l.Contains("[SHA-256]")));
    }

    [TestMethod]
    public void A_roll_near_its_end_goes_on_and_says_so()
    {
        var register = Issued();
        register.Hardware.Printer.PaperNearEnd = true;
        register.Machine.RunToRest();
        Assert.AreNotEqual(0, register.Do(74).Status[2] & 0x02);
        HasOneOriginal(register);
        Assert.IsFalse(register.Paper.Any(l => l.Contains(Notice)));
    }

    private static TestRegister Issued()
    {
        var register = TestRegister.Fiscalised();
        register.Open().Sell("5.50", "2", name: "Pâine albă 300 g");
        register.Sell("12.30", name: "Brânză");
        register.Do(53, "0\t50.00\t");
        register.Do(56);
        return register;
    }

    private static string[] GoodReceipt()
    {
        var register = Issued();
        register.Machine.RunToRest();
        return [.. register.LastDocument(), "✂"];
    }

    private static void StopAfter(TestRegister register, Trouble trouble, int line, int laterMs)
    {
        var from = register.Roll.Lines.Count;
        register.Machine.RunUntil(() => register.Roll.Lines.Count >= from + line, 10_000_000);
        var end = register.Time.Milliseconds + laterMs;
        register.Machine.RunUntil(() => register.Time.Milliseconds >= end, 1_000_000);
        if (trouble == Trouble.PaperEnd) register.Hardware.Printer.PaperLoaded = false;
        else register.Hardware.Printer.CoverOpen = true;
    }

    private static void Mend(TestRegister register, Trouble trouble)
    {
        if (trouble == Trouble.PaperEnd) register.Hardware.Printer.PaperLoaded = true;
        else register.Hardware.Printer.CoverOpen = false;
        register.Machine.RunToRest();
    }

    private static void HasOneOriginal(TestRegister register)
    {
        Assert.AreEqual(1, register.Paper.Count(l => l.Trim() == "BON FISCAL"), "«BON FISCAL» on paper");
        Assert.AreEqual(1, register.Paper.Count(l => l.Trim() == "RL 1234567890"), "logotypes on paper");
        var original = Documents(register).Single(d => d.Contains("BON FISCAL"));
        CollectionAssert.AreEqual(Good.Select(WithoutDigits).ToArray(), original.Select(WithoutDigits).Append("✂").ToArray());
        Assert.AreEqual(1, register.Register.State.Totals.Receipts);
        var journal = register.Journal(1);
        Assert.AreEqual(1, journal.Split('\n').Count(l => l.Trim() == "BON FISCAL"), "the journal holds it once");
        Assert.IsFalse(journal.Contains(Notice));
    }

    // Between cuts, blanks in a row as one.
    private static List<string[]> Documents(TestRegister register)
    {
        List<string[]> documents = [];
        List<string> lines = [];
        foreach (var line in register.Paper)
        {
            if (line.Contains('✂'))
            {
                documents.Add([.. lines]);
                lines.Clear();
            }
            else lines.Add(string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }

        return documents;
    }

    private static string WithoutDigits(string line) => new([.. line.Where(c => !char.IsAsciiDigit(c))]);
}
