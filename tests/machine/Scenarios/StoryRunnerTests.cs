using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Tests.Machine.Scenarios;

/// <summary>What does not come as a story says ends it at its place, with what was expected and what came.</summary>
/// <remarks>The mark in a story stands where the message points.</remarks>
[TestClass]
public sealed class StoryRunnerTests
{
    private const string Sale = "  - sell: { article: Bere, price: \"1.00\", group: A }\n  - pay:\n  - close:\n";

    [TestMethod]
    [DataRow("  - pay: ¦{ amount: \"1.00\" }", "expected carried out", "got refused: -111016 ReceiptClosed Niciun bon nu este deschis")]
    [DataRow("  - sell: { article: Bere, price: \"1.00\", group: A }\n  - pay: { amount: \"2.00\", change: ¦\"0.90\" }", "expected change 0.90", "got change 1.00")]
    [DataRow("  - open: { refused: ¦PaperEnd }", "expected refused: -112006 PaperEnd", "got carried out: 48 0 1 1 1234567890")]
    [DataRow("  - pay: { refused: ¦PaperEnd }", "expected refused: -112006 PaperEnd", "got -111016 ReceiptClosed")]
    [DataRow("  - pay: { refused: -111016, says: ¦ploaie }", "expected \"ploaie\"", "got \"Niciun bon nu este deschis")]
    [DataRow("  - open: { no answer: ¦true }", "expected no answer", "got the answer carried out")]
    [DataRow("  - command: { number: 45, answer: ¦'1\\t' }", "expected 1\\t", "got 0\\t")]
    [DataRow("  - command: ¦{ number: 199 }", "expected carried out", "got refused: -112000 CommandUnknown")]
    [DataRow("  - bytes: { send: \"41\", answer: ¦\"15\" }", "expected 15", "got ")]
    [DataRow("  - repeat:¦", "expected a command to repeat", "got nothing")]
    [DataRow("  - power: ¦on", "expected a register without power", "got it has power")]
    [DataRow("  - lose: ¦working memory", "expected a register that is off", "got one that is on")]
    [DataRow("  - time comes to: ¦2020-01-01 00:00", "expected a moment that is still to come", "got the clock is at 2026-11-16 08:00:0")]
    public void A_step_that_comes_otherwise_fails_at_its_place(string steps, string expected, string got) => Fails(steps, expected, got);

    [TestMethod]
    [DataRow("paper: { contains: [Bere, ¦Vin] }", "expected paper with \"Vin\"", "got no such line")]
    [DataRow("paper: { in order: [TOTAL LEI, ¦Bere] }", "expected \"Bere\" on the paper after \"TOTAL LEI\"", "got no such line there")]
    [DataRow("paper: { once: [¦TOTAL TVA] }", "expected one line with \"TOTAL TVA\"", "got 2")]
    [DataRow("paper: { without: [¦Bere] }", "expected paper without \"Bere\"", "got the line \"Bere\"")]
    [DataRow("display: { upper: ¦Vin }", "expected upper line of the display with \"Vin\"", "got \"")]
    [DataRow("status: { has: [¦no paper] }", "expected status \"no paper\"", "got fiscalised")]
    [DataRow("status: { has not: [¦fiscalised] }", "expected no status \"fiscalised\"", "got fiscalised")]
    [DataRow("day: { receipts: ¦2 }", "expected receipts 2", "got 1")]
    [DataRow("day: { number: ¦2 }", "expected day 2", "got 1")]
    [DataRow("day: { total: ¦\"9.00\" }", "expected total 9.00", "got 1.00")]
    [DataRow("day: { drawer: ¦\"9.00\" }", "expected drawer 9.00", "got 1.00")]
    [DataRow("day: { groups: { A: ¦\"9.00\" } }", "expected group A 9.00", "got 1.00")]
    [DataRow("last Z: ¦1", "expected last Z 1", "got 0")]
    [DataRow("receipt: ¦open", "expected receipt open", "got closed")]
    [DataRow("journal: ¦{ day: 2 }", "expected the journal's file Z0002.TXT", "got no such file")]
    [DataRow("journal: { day: 1, contains: [¦Vin] }", "expected journal with \"Vin\"", "got no such line")]
    [DataRow("journal: { day: 1, closed: ¦true }", "expected closed true", "got false")]
    [DataRow("drive: { files: [¦X] }", "expected a file with \"X\"", "got no such line")]
    public void An_expectation_that_does_not_hold_fails_at_its_place(string expectation, string expected, string got)
    {
        var result = Fails($"{Sale}  - expect: {{ {expectation} }}", expected, got);
        StringAssert.Contains(StoryText.Of(result), "  | --✂---------------------------------------\n  again: --seed 1", "the last of the paper, and how to play it again");
    }

    [TestMethod]
    [DataRow("messages: { received: ¦1 }", "expected messages 1", "got 0")]
    [DataRow("messages: { day acknowledged: ¦1 }", "expected day 1 acknowledged", "got no message")]
    [DataRow("messages: { contains: [¦mReg] }", "expected message with \"mReg\"", "got no such line")]
    [DataRow("unsent days: ¦1", "expected unsent days 1", "got 0")]
    public void An_expectation_about_ANAF_that_does_not_hold_fails_at_its_place(string expectation, string expected, string got) =>
        Fails($"  - expect: {{ {expectation} }}", expected, got, "register: { profile: 1 }");

    [TestMethod]
    public void A_golden_paper_that_differs_names_its_first_line()
    {
        using var folder = new State.TempFolder();
        File.WriteAllText(folder["gold.txt"], "another shop\n");
        var text = StoryFiles.TextOf($"{Sale}  - expect: {{ paper: {{ same as: gold.txt }} }}");
        var result = StoryFiles.Play(Nf.Emulator.Scenarios.Reading.StoryReader.Read(folder["s.yaml"], System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.AreEqual(StoryVerdict.Failed, result.Verdict);
        StringAssert.Contains(result.Message, "expected line 1 of gold.txt, \"another shop\"");
    }

    [TestMethod]
    [DataRow("  - power: off\n  - open:¦", "no answer: the register is switched off")]
    [DataRow("  - power: off\n  - expect: { last Z: ¦0 }", "the register is switched off and cannot be asked")]
    [DataRow("  - fault: paper end\n" + Sale + "  - wait until rest: ¦{ most: 30 s }", "the register stands still: it is not done after 30 s")]
    [DataRow("  - ¦wait: 3 h", "the story's limit of 7200 s is over: 10800 s of the register's time")]
    public void A_register_that_stands_still_times_out(string steps, string what)
    {
        var place = StoryFiles.Unmark(ref steps);
        var result = StoryFiles.Play(StoryFiles.Of(steps));
        Assert.AreEqual(StoryVerdict.TimedOut, result.Verdict, result.Message);
        Assert.AreEqual(place, result.Place.ToString());
        Assert.AreEqual(what, result.Message);
    }

    [TestMethod]
    public void What_a_bench_cannot_do_is_skipped_and_named()
    {
        var runner = new StoryRunner(order => new PoorBench(new EmulatorBench(order)), 1);
        var result = runner.Run(StoryFiles.Of("  - lose: working memory\n  - time comes to: 2027-01-01 00:00\n  - expect: { display: { upper: x } }"));
        Assert.AreEqual(StoryVerdict.Skipped, result.Verdict);
        Assert.AreEqual("needs clock, display, memory loss", result.Message);
        Assert.IsEmpty(result.Wire, "nothing is played");
        Assert.AreEqual(StoryVerdict.Passed, runner.Run(StoryFiles.Of(Sale)).Verdict, "it can do this");
    }

    [TestMethod]
    public void The_same_seed_is_the_same_run_to_the_byte_and_the_microsecond()
    {
        foreach (var name in new[] { "paper-end.yaml", "power-cut-after.yaml", "anaf-silent.yaml" })
        {
            var (first, second, other) = (Run(name, 5), Run(name, 5), Run(name, 6));
            CollectionAssert.AreEqual(Wire(first), Wire(second), name);
            CollectionAssert.AreEqual(first.Paper.ToArray(), second.Paper.ToArray(), name);
            Assert.AreEqual(first.Elapsed, second.Elapsed, name);
            CollectionAssert.AreNotEqual(Wire(first), Wire(other), $"{name}: another seed is another run");
        }
    }

    private static StoryResult Run(string name, int seed) => StoryFiles.Play(StoryFiles.Read(name), seed);

    private static string[] Wire(StoryResult result) => [.. result.Wire.Select(entry => entry.ToString())];

    private static StoryResult Fails(string steps, string expected, string got, string head = "")
    {
        var place = StoryFiles.Unmark(ref steps);
        var result = StoryFiles.Play(StoryFiles.Of(steps, head));
        Assert.AreEqual(StoryVerdict.Failed, result.Verdict, result.Message);
        Assert.AreEqual(place, result.Place.ToString(), result.Message);
        StringAssert.StartsWith(result.Message, expected);
        StringAssert.Contains(result.Message, got);
        return result;
    }
}
