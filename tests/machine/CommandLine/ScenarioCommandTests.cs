using System.Xml.Linq;
using Nf.Tests.Machine.Scenarios;

namespace Nf.Tests.Machine.CommandLine;

/// <summary><c>nf scenario</c>: exit codes, where what is said goes, and the files that it writes.</summary>
[TestClass]
public sealed class ScenarioCommandTests
{
    private const string Wrong = "  - pay: { refused: PaperEnd }";
    private const string Still = "  - wait: 3 h";

    [TestMethod]
    public void Stories_that_go_as_they_say_end_with_0()
    {
        using var folder = new State.TempFolder();
        var run = NfProcess.Run("scenario", "run", StoryFiles.PathOf("simple-sale.yaml"), StoryFiles.PathOf("void.yaml"), "--junit", folder["j.xml"], "--paper", folder["paper"]);
        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.AreEqual("", run.Error);
        Assert.AreEqual("passed: A simple sale\npassed: An article taken back before payment\n2 passed, 0 failed, 0 timed out, 0 skipped\n", run.Output.ReplaceLineEndings("\n"));
        Assert.AreEqual("2", XDocument.Load(folder["j.xml"]).Root!.Element("testsuite")!.Attribute("tests")!.Value);
        Assert.AreEqual(File.ReadAllText(StoryFiles.PathOf("simple-sale.paper.txt")), File.ReadAllText(folder[Path.Combine("paper", "simple-sale.paper.txt")]).ReplaceLineEndings("\n"));
    }

    [TestMethod]
    [DataRow(Wrong, 1, ":4:21: failed: expected refused: -112006 PaperEnd", "--seed 9")]
    [DataRow(Still, 42, ":4:5: timed out: the story's limit", "--seed 9")]
    [DataRow("  - jump:", 2, ":4:5: unknown word 'jump'", "")]
    public void What_goes_wrong_is_an_exit_code_and_a_place_on_standard_error(string steps, int code, string place, string seed)
    {
        using var folder = new State.TempFolder();
        File.WriteAllText(folder["s.yaml"], StoryFiles.TextOf(steps));
        var run = NfProcess.Run("scenario", "run", folder["s.yaml"], "--seed", "9");
        Assert.AreEqual(code, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, folder["s.yaml"] + place);
        StringAssert.Contains(run.Error, seed);
    }

    [TestMethod]
    public void A_time_out_outranks_a_failure_and_all_stories_are_played()
    {
        using var folder = new State.TempFolder();
        File.WriteAllText(folder["a.yaml"], StoryFiles.TextOf(Wrong));
        File.WriteAllText(folder["b.yaml"], StoryFiles.TextOf(Still));
        var run = NfProcess.Run("scenario", "run", folder["b.yaml"], folder["a.yaml"], StoryFiles.PathOf("void.yaml"));
        Assert.AreEqual(42, run.ExitCode, run.Error);
        StringAssert.EndsWith(run.Output.ReplaceLineEndings("\n"), "1 passed, 1 failed, 1 timed out, 0 skipped\n");
    }

    [TestMethod]
    public void Check_reads_all_and_plays_nothing()
    {
        using var folder = new State.TempFolder();
        File.WriteAllText(folder["a.yaml"], StoryFiles.TextOf("  - jump:"));
        File.WriteAllText(folder["b.yaml"], StoryFiles.TextOf("  - leap:"));
        var check = NfProcess.Run("scenario", "check", folder["a.yaml"], StoryFiles.PathOf("void.yaml"), folder["b.yaml"]);
        Assert.AreEqual(2, check.ExitCode);
        StringAssert.Contains(check.Error, "unknown word 'jump'");
        StringAssert.Contains(check.Error, "unknown word 'leap'");
        Assert.AreEqual("", check.Output);
    }

    [TestMethod]
    public void A_file_that_is_not_there_is_named()
    {
        var run = NfProcess.Run("scenario", "run", "nowhere.yaml");
        Assert.AreEqual(2, run.ExitCode);
        Assert.AreEqual("nf: cannot read nowhere.yaml: there is no such file, check the path\n", run.Error.ReplaceLineEndings("\n"));
    }

    [TestMethod]
    public void The_schema_that_is_printed_is_the_file()
    {
        var schema = NfProcess.Run("scenario", "schema");
        Assert.AreEqual(File.ReadAllText(Path.Combine(Repository.Root, "emulator", "Scenarios", "scenario.schema.json")), schema.Output);
    }
}
