using Mono.Cecil;
using Nf.Tests.Machine.Board.Samples;

namespace Nf.Tests.Machine.Board;

/// <summary>tests/unit keeps to what both test frameworks know, and each rule refuses what it is for.</summary>
[TestClass]
public sealed class UnitTestRulesTests
{
    private static readonly IReadOnlyDictionary<string, Func<TypeDefinition, IEnumerable<string>>> Rules =
        new Dictionary<string, Func<TypeDefinition, IEnumerable<string>>>
        {
            ["state"] = UnitTestRules.InstanceState,
            ["attributes"] = UnitTestRules.Attributes,
            ["members"] = UnitTestRules.Members,
        };

    [TestMethod]
    [DataRow("state")]
    [DataRow("attributes")]
    [DataRow("members")]
    public void UnitTestsKeepTheRule(string rule)
    {
        var types = BuiltCode.UnitTests.GetTypes().Where(type => type.Namespace.StartsWith("Nf.", StringComparison.Ordinal)).ToList();
        Assert.IsNotEmpty(types);
        Findings.ShouldBeNone(types.Append(Sample(nameof(FitForABoard))).SelectMany(Rules[rule]));
    }

    [TestMethod]
    [DataRow("state", nameof(WithInstanceField))]
    [DataRow("state", nameof(WithInstanceProperty))]
    [DataRow("attributes", nameof(WithSetUp))]
    [DataRow("members", nameof(WithForeignAssert))]
    [DataRow("members", nameof(WithForeignClass))]
    public void ARuleRefusesItsSample(string rule, string sample)
    {
        Assert.IsNotEmpty(Rules[rule](Sample(sample)).ToList(), $"'{rule}' finds nothing in {sample}");
    }

    private static TypeDefinition Sample(string name) =>
        BuiltCode.Samples.GetType("Nf.Tests.Machine.Board.Samples." + name);
}
