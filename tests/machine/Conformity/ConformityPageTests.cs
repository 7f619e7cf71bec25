using System.Text.Json;
using Nf.Tests.Machine.CommandLine;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Conformity;

/// <summary><c>nf conformity</c>, and the reference page that it makes.</summary>
[TestClass]
public sealed class ConformityPageTests
{
    private const string Page = "docs/reference/conformity.md";
    private const string Blocked = "HG 479/2003, norme art. 34 l)";
    private const string Shows = "BlockingTests.Twenty_four_hours_after_the_first_receipt_only_a_Z_is_left";

    private static readonly string Tests = typeof(ConformityPageTests).Assembly.Location;

    [TestMethod]
    public void The_page_is_what_the_command_makes()
    {
        var made = Ok(NfProcess.Run("conformity", "--markdown", "--tests", Tests));
        var kept = File.ReadAllText(Path.Combine(Repository.Root, Page));
        if (made == kept) return;
        var (new_, old) = (made.Split('\n'), kept.Split('\n'));
        var line = new_.Zip(old).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail($"{Page} is not up to date from line {line + 1} on; build the tests, then: dotnet run --project emulator -- conformity --markdown > {Page}\n"
            + $"is   {old.ElementAtOrDefault(line)}\nmade {new_.ElementAtOrDefault(line)}");
    }

    [TestMethod]
    public void Plain_text_shows_each_rule_with_its_tests()
    {
        var lines = Ok(NfProcess.Run("conformity", "--tests", Tests)).Split('\n', StringSplitOptions.TrimEntries);
        var at = Array.IndexOf(lines, $"{Blocked}  [firmware]  firmware/Readiness.cs");
        Assert.IsTrue(at >= 0 && lines[at..(at + 5)].Contains($"+ {Shows}"), "the rule of 24 hours and its test");
        Assert.IsTrue(lines.Any(line => line.StartsWith("Tests read from ", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Json_has_the_same_for_programs()
    {
        using var json = JsonDocument.Parse(Ok(NfProcess.Run("conformity", "--json", "--tests", Tests)));
        var rule = json.RootElement.EnumerateArray().Single(r => r.GetProperty("article").GetString() == Blocked);
        Assert.AreEqual("firmware", rule.GetProperty("kind").GetString());
        CollectionAssert.Contains(rule.GetProperty("tests").EnumerateArray().Select(t => t.GetString()).ToArray(), Shows);
    }

    [TestMethod]
    public void Without_a_name_it_finds_the_newest_build_from_anywhere_in_the_repository()
    {
        var run = NfProcess.RunProject(Path.Combine(Repository.Root, "docs"), "conformity");
        StringAssert.Contains(Ok(run), Shows);
    }

    [TestMethod]
    public void Where_nothing_is_built_it_says_what_to_build()
    {
        using var folder = new TempFolder();
        Refused(NfProcess.RunProject(folder.Root, "conformity"), "nf.sln");
        File.WriteAllText(folder["nf.sln"], "");
        Refused(NfProcess.RunProject(folder.Root, "conformity"), "dotnet build tests/machine");
        Directory.CreateDirectory(folder["tests"]);
        Refused(NfProcess.RunProject(folder.Root, "conformity"), "--tests");
    }

    [TestMethod]
    public void A_file_that_is_no_assembly_is_named()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["text.dll"], "no assembly");
        Refused(NfProcess.Run("conformity", "--tests", folder["text.dll"]), "text.dll");
        Refused(NfProcess.Run("conformity", "--tests", folder["missing.dll"]), "missing.dll");
        Refused(NfProcess.Run("conformity", "--markdown", "--json", "--tests", Tests), "--markdown");
    }

    private static string Ok(NfResult result)
    {
        Assert.AreEqual(0, result.ExitCode, result.Error);
        return result.Output;
    }

    private static void Refused(NfResult result, string says)
    {
        Assert.AreEqual(2, result.ExitCode, result.Error);
        Assert.AreEqual("", result.Output);
        StringAssert.Contains(result.Error, says);
    }
}
