namespace Nf.Tests.Machine.BoardProjects;

/// <summary>A board's project whose list of sources is written by the test that checks it.</summary>
internal static class GoldenProject
{
    private const string Variable = "NF_GOLDEN";

    /// <summary>The project lists exactly these files and its own; with <c>NF_GOLDEN=write</c> it is made to.</summary>
    public static void Check(string project, IEnumerable<string> files)
    {
        var expected = CompileList.Expected(project, files);
        if (Environment.GetEnvironmentVariable(Variable) == "write") File.WriteAllText(project, expected);
        else Assert.AreEqual(expected, File.ReadAllText(project), $"{project}: run again with {Variable}=write");
    }
}
