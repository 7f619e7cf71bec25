using System.Reflection;

namespace Nf.Tests.Machine.Paper;

/// <summary>Runs a test once for each width of paper that golden documents are kept at.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachWidthAttribute : Attribute, ITestDataSource
{
    public IEnumerable<object?[]> GetData(MethodInfo methodInfo) => GoldenPaper.Widths.Select(width => new object?[] { width });

    public string GetDisplayName(MethodInfo methodInfo, object?[]? data) => $"{methodInfo.Name} ({data![0]})";
}
