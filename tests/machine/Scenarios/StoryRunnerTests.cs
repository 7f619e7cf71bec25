using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Tests.Machine.Scenarios;

/// <summary>What does not come as a story says ends it at its place, with what was expected and what came.</summary>
[TestClass]
public sealed class StoryRunnerTests
{
    private const string Sale = "  - sell: { article: Bere, price: \"1.00\", group: A }\n  - pay:\n  - close:\n";

    [TestMethod]
    [DataRow("  - pay: { amount: \"1.00\" }", "s.yaml:4:10", "expected carried out", "got refused: -111016 ReceiptClosed Niciun bon nu este deschis")]
    [DataRow("  - sell: { article: Bere, price: \"1.00\", group: A }\n  - pay: { amount: \"2.00\", change: \"0.90\" }", "s.yaml:5:36", "expected change 0.90", "got change 1.00")]
    [DataRow("  - open: { refused: PaperEnd }", "s.yaml:4:22", "expected refused: -112006 PaperEnd", "got carried out: 48 0 1 1 1234567890")]
    [DataRow("  - pay: { refused: PaperEnd }", "s.yaml:4:21", "expected refused: -112006 PaperEnd", "got -111016 ReceiptClosed")]
    [DataRow("  - pay: { refused: -111016, says: ploaie }", "s.yaml:4:36", "expected \"ploaie\"", "got \"Niciun bon nu este deschis")]
    [DataRow("  - open: { no answer: true }", "s.yaml:4:26", "expected no answer", "got the answer carried out")]
    [DataRow("  - command: { number: 45, answer: '1\\t' }", "s.yaml:4:38", "expected 1\\t", "got 0\\t")]
    [DataRow("  - command: { number: 199 }", "s.yaml:4:14", "expected carried out", "got refused: -112000 CommandUnknown")]
    [DataRow("  - bytes: { send: \"41\", answer: \"15\" }", "s.yaml:4:36", "expected 15", "got ")]
    [DataRow("  - repeat:", "s.yaml:4:12", "expected a command to repeat", "got nothing")]
    [DataRow("  - power: on", "s.yaml:4:12", "expected a register without power", "got it has power")]
    [DataRow("  - lose: working memory", "s.yaml:4:11", "expected a register that is off", "got one that is on")]
    [DataRow("  - time comes to: 2020-01-01 00:00", "s.yaml:4:20", "expected a moment that is still to come", "got the clock is at 2026-11-16 08:00:0")]
    public void A_step_that_comes_otherwise_fails_at_its_place(string steps, string place, string expected, string got) => Fails(steps, place, expected, got);

    [TestMethod]
    [DataRow("paper: { contains: [Bere, Vin] }", "s.yaml:7:38", "expected paper with \"Vin\"", "got no such line")]
    [DataRow("paper: { in order: [TOTAL LEI, Bere] }", "s.yaml:7:43", "expected \"Bere\" on the paper after \"TOTAL LEI\"", "got no such line there")]
    [DataRow("paper: { once: [TOTAL TVA] }", "s.yaml:7:28", "expected one line with \"TOTAL TVA\"", "got 2")]
    [DataRow("paper: { without: [Bere] }", "s.yaml:7:31", "expected paper without \"Bere\"", "got the line \"Bere\"")]
    [DataRow("display: { upper: Vin }", "s.yaml:7:30", "expected upper line of the display with \"Vin\"", "got \"")]
    [DataRow("status: { has: [no paper] }", "s.yaml:7:28", "expected status \"no paper\"", "got fiscalised")]
    [DataRow("status: { has not: [fiscalised] }", "s.yaml:7:32", "expected no status \"fiscalised\"", "got fiscalised")]
    [DataRow("day: { receipts: 2 }", "s.yaml:7:29", "expected receipts 2", "got 1")]
    [DataRow("day: { number: 2 }", "s.yaml:7:27", "expected day 2", "got 1")]
    [DataRow("day: { total: \"9.00\" }", "s.yaml:7:26", "expected total 9.00", "got 1.00")]
    [DataRow("day: { drawer: \"9.00\" }", "s.yaml:7:27", "expected drawer 9.00", "got 1.00")]
    [DataRow("day: { groups: { A: \"9.00\" } }", "s.yaml:7:32", "expected group A 9.00", "got 1.00")]
    [DataRow("last Z: 1", "s.yaml:7:21", "expected last Z 1", "got 0")]
    [DataRow("receipt: open", "s.yaml:7:22", "expected receipt open", "got closed")]
    [DataRow("journal: { day: 2 }", "s.yaml:7:22", "expected the journal's file Z0002.TXT", "got no such file")]
    [DataRow("journal: { day: 1, contains: [Vin] }", "s.yaml:7:43", "expected journal with \"Vin\"", "got no such line")]
    [DataRow("journal: { day: 1, closed: true }", "s.yaml:7:40", "expected closed true", "got false")]
    [DataRow("drive: { files: [X] }", "s.yaml:7:30", "expected a file with \"X\"", "got no such line")]
    public void An_expectation_that_does_not_hold_fails_at_its_place(string expectation, string place, string expected, string got)
    {
        var result = Fails($"{Sale}  - expect: {{ {expectation} }}", place, expected, got);
        StringAssert.Contains(StoryText.Of(result), "  | --✂---------------------------------------\n  again: --seed 1", "the last of the paper, and how to play it again");
    }

    [TestMethod]
    [DataRow("messages: { received: 1 }", "s.yaml:4:35", "expected messages 1", "got 0")]
    [DataRow("messages: { day acknowledged: 1 }", "s.yaml:4:43", "expected day 1 acknowledged", "got no message")]
    [DataRow("messages: { contains: [mReg] }", "s.yaml:4:36", "expected message with \"mReg\"", "got no such line")]
    [DataRow("unsent days: 1", "s.yaml:4:26", "expected unsent days 1", "got 0")]
    public void An_expectation_about_ANAF_that_does_not_hold_fails_at_its_place(string expectation, string place, string expected, string got) =>
        Fails($"  - expect: {{ {expectation} }}", place, expected, got, "register: { profile: 1 }");

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
    [DataRow("  - power: off\n  - open:", "s.yaml:5:10", "no answer: the register is switched off")]
    [DataRow("  - power: off\n  - expect: { last Z: 0 }", "s.yaml:5:23", "the register is switched off and cannot be asked")]
    [DataRow("  - fault: paper end\n" + Sale + "  - wait until rest: { most: 30 s }", "s.yaml:8:22", "the register stands still: it is not done after 30 s")]
    [DataRow("  - wait: 3 h", "s.yaml:4:5", "the story's limit of 7200 s is over: 10800 s of the register's time")]
    public void A_register_that_stands_still_times_out(string steps, string place, string what)
    {
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

    private static StoryResult Fails(string steps, string place, string expected, string got, string head = "")
    {
        var result = StoryFiles.Play(StoryFiles.Of(steps, head));
        Assert.AreEqual(StoryVerdict.Failed, result.Verdict, result.Message);
        Assert.AreEqual(place, result.Place.ToString(), result.Message);
        StringAssert.StartsWith(result.Message, expected);
        StringAssert.Contains(result.Message, got);
        return result;
    }
}
