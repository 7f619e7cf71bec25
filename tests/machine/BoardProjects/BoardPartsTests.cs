using Nf.Tests.Machine.Board;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>The assemblies of the board (boards/nano): complete, each buildable from those below it, none too large to convert.</summary>
/// <remarks>
/// A file was added, moved or removed? The lists of the projects are written again by
/// <code>NF_GOLDEN=write dotnet test tests/machine --filter FullyQualifiedName~BoardParts</code>
/// </remarks>
[TestClass]
public sealed class BoardPartsTests
{
    // A tenth stays free, so that the next change does not begin with a new split.
    private const int RoomPercent = 10;
    private const int BytesMax = ConvertedSize.TableBytesMax * (100 - RoomPercent) / 100;

    /// <summary>The names of the parts.</summary>
    public static IEnumerable<object[]> Parts => BoardPart.All.Select(part => new object[] { part.Name });

    [TestMethod]
    [DynamicData(nameof(Parts))]
    public void TheProjectListsItsFiles(string name)
    {
        var part = Array.Find(BoardPart.All, part => part.Name == name)!;
        GoldenProject.Check(part.Project, part.Files);
    }

    [TestMethod]
    public void EachPartCompilesAgainstThoseBelowIt() => Findings.ShouldBeNone(
        PartCompiler.Result.Errors, "a part misses something: does boards/nano/parts.tsv put it into a higher one?");

    [TestMethod]
    public void TheVirtualBoardCompilesAgainstWhatThePartsShow() => Findings.ShouldBeNone(
        PartCompiler.Virtual.Errors,
        "on a board it is an assembly of its own: no part shows it what is internal");

    [TestMethod]
    [DynamicData(nameof(Parts))]
    public void TheByteCodeFitsTheConverter(string name) => Assert.IsLessThanOrEqualTo(BytesMax, ConvertedSize.Code(Compiled(name)));

    [TestMethod]
    [DynamicData(nameof(Parts))]
    public void TheStringsFitTheConverter(string name) => Assert.IsLessThanOrEqualTo(BytesMax, ConvertedSize.Strings(Compiled(name)));

    [TestMethod]
    [DynamicData(nameof(Parts))]
    public void NoTypeHasTooManyMethods(string name) => Findings.ShouldBeNone(
        from type in Compiled(name).GetTypes()
        where ConvertedSize.MostMethods(type) > ConvertedSize.MethodsMax
        select type.FullName);

    private static Mono.Cecil.ModuleDefinition Compiled(string name) =>
        PartCompiler.Result.Modules.TryGetValue(name, out var module) ? module : throw new AssertFailedException($"{name} does not compile");
}
