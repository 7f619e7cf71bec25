namespace Nf.Tests.Machine.BoardProjects;

/// <summary>The tests that <c>dotnet test</c> runs here are those that the board's test framework runs there: all files of tests/unit.</summary>
/// <remarks>
/// A file was added, moved or removed? The board's list is written again by
/// <code>NF_GOLDEN=write dotnet test tests/machine --filter FullyQualifiedName~BoardUnitTests</code>
/// </remarks>
[TestClass]
public sealed class BoardUnitTestsTests
{
    private const string Folder = "tests/unit";

    private static readonly string Project = Path.Combine(Repository.Root, "tests", "unit", "NFUnitTest.nfproj");

    [TestMethod]
    public void TheProjectListsEveryFile()
    {
        // Those beside the project come first by themselves.
        var below = BoardPart.Sources(Folder).Where(file => Path.GetDirectoryName(file) != Path.Combine("tests", "unit"));
        GoldenProject.Check(Project, below);
    }

    [TestMethod]
    [DataRow("AssemblyName", "NFUnitTest")]
    [DataRow("OutputType", "Library")]
    [DataRow("IsTestProject", "true")]
    [DataRow("TestProjectType", "UnitTest")]
    [DataRow("LangVersion", "10.0")]
    public void TheBoardsRunnerFindsThem(string property, string value) =>
        Assert.Contains($"<{property}>{value}</{property}>", File.ReadAllText(Project));

    [TestMethod]
    public void TheRunnersSettingsAreThere()
    {
        Assert.Contains(@"<RunSettingsFilePath>$(MSBuildProjectDirectory)\nano.runsettings</RunSettingsFilePath>", File.ReadAllText(Project));
        Assert.Contains("<nanoFrameworkAdapter>", File.ReadAllText(Path.Combine(Repository.Root, "tests", "unit", "nano.runsettings")));
    }
}
