using System.Globalization;
using System.Text.RegularExpressions;
using Nf.Fuzz;
using Nf.Tests.Machine.CommandLine;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Fuzz;

/// <summary>A short coverage-guided run of each fuzzing target, the same each time; the long runs are tests/fuzz/run's.</summary>
/// <remarks>Branches are counted in copies of the assemblies and in a process of its own, so that no other test meets them.</remarks>
[TestClass]
public sealed partial class FuzzTargetsTests
{
    private const string Seed = "20261124";
    private const string Executions = "20000";

    private static TempFolder s_folder = null!;
    private static string s_program = "";

    public static IEnumerable<object[]> Targets => FuzzTargets.All.Select(target => new object[] { target.Name });

    private static string Corpora => Path.Combine(Repository.Root, "tests", "fuzz", "corpus");

    [ClassInitialize]
    public static void Copy(TestContext context)
    {
        s_folder = new TempFolder();
        s_program = Instrumenter.Copy(AppContext.BaseDirectory, s_folder["counting"]);
    }

    [ClassCleanup]
    public static void Remove() => s_folder.Dispose();

    [TestMethod]
    [DynamicData(nameof(Targets))]
    public void A_target_survives_its_corpus_and_a_search_for_new_branches(string name)
    {
        var corpus = Path.Combine(s_folder["corpora"], name);
        Directory.CreateDirectory(corpus);
        foreach (var file in Directory.GetFiles(Path.Combine(Corpora, name))) File.Copy(file, Path.Combine(corpus, Path.GetFileName(file)));
        var result = NfProcess.RunOther(NfProcess.DotNet, s_program, name, Executions, s_folder["corpora"], Seed)!;
        Assert.AreEqual(0, result.ExitCode, result.Error);
        var report = ReportLine().Match(result.Output);
        Assert.IsTrue(report.Success, result.Output);
        Assert.AreEqual(Executions, report.Groups["executions"].Value);
        var branches = int.Parse(report.Groups["branches"].Value, CultureInfo.InvariantCulture);
        Assert.IsGreaterThan(Directory.GetFiles(corpus).Length, branches, "branches are counted");
    }

    [TestMethod]
    public void A_target_that_throws_is_found()
    {
        Assert.ThrowsExactly<InvalidOperationException>(() => FuzzTargets.Check(false, "broken"));
        Assert.ThrowsExactly<ArgumentException>(() => FuzzTargets.Find("nothing"));
    }

    [GeneratedRegex(@"(?<executions>\d+) executions, \d+ a second, (?<branches>\d+) branches")]
    private static partial Regex ReportLine();
}
