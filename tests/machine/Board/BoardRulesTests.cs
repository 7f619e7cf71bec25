using Mono.Cecil;
using Mono.Cecil.Cil;
using Nf.Tests.Machine.Board.Samples;

namespace Nf.Tests.Machine.Board;

/// <summary>Each rule refuses what it is for, seen on a small type that breaks it.</summary>
[TestClass]
public sealed class BoardRulesTests
{
    [TestMethod]
    [DataRow("no generics", nameof(OwnGenericMethod))]
    [DataRow("no generics", "OwnGenericType`1")]
    [DataRow("no generics", nameof(UsedGenericType))]
    [DataRow("no generics", nameof(UsedGenericMethod))]
    [DataRow("no multi-dimensional arrays", nameof(MultiDimensionalArray))]
    [DataRow("no interface methods with bodies", nameof(IWithBody))]
    [DataRow("no checked arithmetic", nameof(CheckedAddition))]
    [DataRow("no checked arithmetic", nameof(CheckedConversion))]
    [DataRow("no unsigned value as a signed one", nameof(UnsignedShift))]
    [DataRow("no unsigned value as a signed one", nameof(UnsignedSum))]
    [DataRow("no unsigned value as a signed one", nameof(UnsignedLocal))]
    [DataRow("no unsigned value as a signed one", nameof(UnsignedWidened))]
    [DataRow("no unsigned value as a signed one", nameof(UnsignedArgument))]
    [DataRow("no unsigned value as a signed one", nameof(UnsignedReturned))]
    [DataRow("no unsigned value as a signed one", nameof(UnsignedLong))]
    [DataRow("no stackalloc or calli", nameof(StackAllocation))]
    [DataRow("no stackalloc or calli", nameof(FunctionPointer))]
    [DataRow("no pointers", nameof(Pointer))]
    [DataRow("no pointers", nameof(Pinned))]
    [DataRow("no floating point", nameof(FloatingConstant))]
    [DataRow("no floating point", nameof(FloatingField))]
    [DataRow("no floating point", nameof(FloatingLocal))]
    [DataRow("no method hides a base's method", nameof(PrivateHides))]
    [DataRow("no method hides a base's method", nameof(NewHides))]
    [DataRow("type initializers depend on nothing", nameof(ReadsAnotherClass))]
    [DataRow("type initializers depend on nothing", nameof(CallsWhenInitialized))]
    [DataRow("type initializers depend on nothing", nameof(ConstructsWhenInitialized))]
    [DataRow("no Enum.ToString", nameof(EnumToString))]
    [DataRow("no Enum.ToString", nameof(BoxedEnumToString))]
    [DataRow("no string.Format", nameof(StringFormat))]
    [DataRow("no == between strings", nameof(StringEquality))]
    [DataRow("no catch of everything", nameof(CatchesException))]
    [DataRow("no catch of everything", nameof(CatchesWithFilter))]
    [DataRow("no finalizers", nameof(WithFinalizer))]
    [DataRow("no async or iterator methods", nameof(AsyncMethod))]
    [DataRow("no async or iterator methods", nameof(IteratorMethod))]
    public void ARuleRefusesItsSample(string rule, string sample)
    {
        Assert.IsNotEmpty(Inspect(rule, sample), $"'{rule}' finds nothing in {sample}");
    }

    [TestMethod]
    public void NoRuleRefusesWhatABoardRuns()
    {
        foreach (var rule in BoardRules.All.Keys)
            Findings.ShouldBeNone(Inspect(rule, nameof(Allowed)), rule);
    }

    [TestMethod]
    public void AMethodMayHave16KilobytesOfCodeAndNoMore()
    {
        var rule = BoardRules.All["at most 16 KB of code in a method"];
        Assert.IsEmpty(rule(WithCode(16 * 1024)).ToList());
        Assert.IsNotEmpty(rule(WithCode((16 * 1024) + 1)).ToList());
    }

    [TestMethod]
    public void AClassMayHave255MethodsAndNoMore()
    {
        var rule = BoardRules.All["at most 255 methods"];
        Assert.IsEmpty(rule(WithMethods(255)).ToList());
        Assert.IsNotEmpty(rule(WithMethods(256)).ToList());
    }

    [TestMethod]
    public void AForeignReferenceIsFound()
    {
        var findings = BoardRules.References(BuiltCode.Samples, "mscorlib", "Nf.Hal").ToList();
        Assert.Contains("Nf.Tests.Machine.dll references Mono.Cecil", findings);
        Assert.DoesNotContain("Nf.Tests.Machine.dll references Nf.Hal", findings);
    }

    [TestMethod]
    public void ANameFromAForbiddenNamespaceIsFound()
    {
        var sample = Sample(nameof(IteratorMethod));
        Assert.IsNotEmpty(BoardRules.Namespace(sample, "System").ToList());
        Assert.IsNotEmpty(BoardRules.Namespace(sample, "System.Collections").ToList());
        Assert.IsEmpty(BoardRules.Namespace(sample, "System.Coll").ToList());
    }

    private static List<string> Inspect(string rule, string sample)
    {
        var type = Sample(sample);
        return [.. type.NestedTypes.Prepend(type).SelectMany(BoardRules.All[rule])];
    }

    private static TypeDefinition Sample(string name) =>
        BuiltCode.Samples.GetType("Nf.Tests.Machine.Board.Samples." + name);

    private static TypeDefinition WithCode(int bytes)
    {
        var type = WithMethods(1);
        var code = type.Methods[0].Body.GetILProcessor();
        for (var i = 0; i < bytes; i++) code.Emit(OpCodes.Nop);
        return type;
    }

    private static TypeDefinition WithMethods(int count)
    {
        var module = ModuleDefinition.CreateModule("made", ModuleKind.Dll);
        var type = new TypeDefinition("Made", "Sample", TypeAttributes.Class, module.TypeSystem.Object);
        module.Types.Add(type);
        for (var i = 0; i < count; i++)
            type.Methods.Add(new MethodDefinition("M" + i, MethodAttributes.Public, module.TypeSystem.Void));
        return type;
    }
}
