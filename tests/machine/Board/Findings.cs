namespace Nf.Tests.Machine.Board;

/// <summary>What an inspection found.</summary>
internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void ShouldBeNone(IEnumerable<string> findings, string problem = "a board cannot take this")
    {
        string[] lines = [.. findings.Distinct().Order(StringComparer.Ordinal)];
        if (lines.Length > 0) Assert.Fail($"{problem}:\n{string.Join('\n', lines)}");
    }
}
