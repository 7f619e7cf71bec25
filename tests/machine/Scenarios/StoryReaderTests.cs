using Nf.Emulator.Scenarios.Reading;

namespace Nf.Tests.Machine.Scenarios;

/// <summary>What is wrong with a story is said with file, line and column, all of it at once, before anything is played.</summary>
[TestClass]
public sealed class StoryReaderTests
{
    [TestMethod]
    [DataRow("  - sel: { article: Bere }", "s.yaml:4:5: unknown word 'sel'; known here: open, sell,")]
    [DataRow("  - sell: { articl: Bere, price: \"1.00\", group: A }", "s.yaml:4:13: unknown word 'articl'; known here: article, price,")]
    [DataRow("  - sell: { article: Bere, price: 27.5, group: A }", "s.yaml:4:37: expected an amount in lei with two decimals, in quotes: \"27.50\"")]
    [DataRow("  - sell: { article: Bere, price: \"27.5\", group: A }", "s.yaml:4:37: expected an amount in lei")]
    [DataRow("  - sell: { article: Bere, price: \"-1.00\", group: A }", "s.yaml:4:37: expected an amount in lei")]
    [DataRow("  - sell: { price: \"1.00\", group: A }", "s.yaml:4:11: missing: article")]
    [DataRow("  - sell: { article: Bere, price: \"1.00\", group: Z }", "s.yaml:4:52: expected letter of the VAT group")]
    [DataRow("  - sell: { article: Bere, price: \"1.00\", group: A, quantity: 2 }", "s.yaml:4:65: expected how much, up to three decimals, in quotes")]
    [DataRow("  - sell: { article: Bere, price: \"1.00\", group: A, discount: \"1.00\", surcharge: \"2.00\" }", "s.yaml:4:83: either discount or surcharge")]
    [DataRow("  - pay: { by: shells }", "s.yaml:4:16: expected one of: cash, card")]
    [DataRow("  - pay:\n    close:", "s.yaml:4:5: one word is expected here, there are 2")]
    [DataRow("  - fault: paper ends", "s.yaml:4:12: expected one of: paper end,")]
    [DataRow("  - wait: 3 days", "s.yaml:4:11: expected a time, like 300 ms")]
    [DataRow("  - close: { refused: Paper }", "s.yaml:4:23: the register has no error 'Paper'")]
    [DataRow("  - close: { refused: -5 }", "s.yaml:4:23: the register has no error '-5'")]
    [DataRow("  - close: { says: ceva }", "s.yaml:4:20: 'says' goes with 'refused'")]
    [DataRow("  - close: { refused: PaperEnd, no answer: true }", "s.yaml:4:44: either refused or no answer")]
    [DataRow("  - time comes to: 2026-02-30 08:00", "s.yaml:4:20: there is no moment 2026-02-30 08:00")]
    [DataRow("  - month report: { month: 2026-13 }", "s.yaml:4:28: there is no month 2026-13")]
    [DataRow("  - power cut: { to: drive }", "s.yaml:4:16: expected either 'after' a time or 'at write'")]
    [DataRow("  - power cut: { after: 1 s, to: drive }", "s.yaml:4:32: 'to' goes with 'at write'")]
    [DataRow("  - bytes: { send: 0G, answer: \"\" }", "s.yaml:4:20: expected bytes in hexadecimal")]
    [DataRow("  - command: { number: 70000 }", "s.yaml:4:24: expected number of the command, 0 to 65535")]
    [DataRow("  - expect: { day: { groups: { Q: \"1.00\" } } }", "s.yaml:4:31: expected letter of a VAT group")]
    [DataRow("  - expect: { paper: { same as: nowhere.txt } }", "s.yaml:4:33: there is no file nowhere.txt")]
    [DataRow("  - expect: { paper: { same as: ../../etc/passwd } }", "s.yaml:4:33: expected a text file beside the story")]
    [DataRow("  - fault: SIM out", "s.yaml:4:5: a register of profile 0 has no network")]
    [DataRow("  - close: &a\n  - pay: *a", "s.yaml:4:12: anchors (&, *) are not used in stories")]
    [DataRow("  - close:\n   - pay:", "s.yaml:5:")]
    [DataRow("  - [[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]", "this is nested too deep")]
    public void It_is_said_where_and_what(string steps, string expected)
    {
        var e = Assert.ThrowsExactly<StoryException>(() => StoryFiles.Of(steps));
        StringAssert.Contains(e.Message, expected);
    }

    [TestMethod]
    public void Everything_is_said_at_once_in_the_order_of_the_file()
    {
        var e = Assert.ThrowsExactly<StoryException>(() => StoryFiles.Of("  - jump:\n  - wait: long\n  - pay: { amount: \"1\" }", "regster: {}"));
        CollectionAssert.AreEqual(new long[] { 4, 5, 6, 7 }, e.Problems.Select(problem => problem.Place.Line).ToArray(), e.Message);
    }

    [TestMethod]
    [DataRow("", "s.yaml:1:1: a file is one story, and this one has 0")]
    [DataRow("title: A story\nwhy: Because it is a test.\n", "s.yaml:1:1: missing: steps")]
    [DataRow("title: A story\ntitle: Another", "s.yaml:2:1: Duplicate key")]
    [DataRow("- a list", "s.yaml:1:1: expected a story that a fiscal register is put through")]
    [DataRow("title: [", "s.yaml:")]
    public void What_is_no_story_at_all_is_refused(string text, string expected)
    {
        var e = Assert.ThrowsExactly<StoryException>(() => StoryReader.Read("s.yaml", System.Text.Encoding.UTF8.GetBytes(text)));
        StringAssert.Contains(e.Message, expected);
    }

    [TestMethod]
    public void A_story_too_large_is_refused()
    {
        var e = Assert.ThrowsExactly<StoryException>(() => StoryFiles.Of("  - close:\n" + new string('#', 1 << 18)));
        StringAssert.Contains(e.Message, "more than 262144 characters");
    }
}
