using System.Reflection;
using Mono.Cecil;

namespace Nf.Tests.Machine.Board;

/// <summary>
/// The contract that hal and firmware are compiled against (boards/nanoframework) promises no more than a board keeps,
/// no more than is used, and nothing that .NET 10 lacks when the same code runs in the emulator.
/// </summary>
[TestClass]
public sealed class RuntimeContractTests
{
    private static readonly string[] Contract = [.. ApiLine.Declared(BuiltCode.Contract)];
    private static readonly string[] Published = [.. File.ReadLines(ListPath).Where(line => line != "" && line[0] != '#')];

    // The compiler insists on these types or writes them into metadata itself, or the parts of boards/nano name them;
    // whether code names them says nothing.
    private static readonly string[] Required =
    [
        "System.Array", "System.Attribute", "System.AttributeTargets", "System.AttributeUsageAttribute", "System.Boolean",
        "System.Byte", "System.Char", "System.Delegate", "System.Double", "System.Enum", "System.Exception",
        "System.FlagsAttribute", "System.Int16", "System.Int32", "System.Int64", "System.IntPtr", "System.MulticastDelegate",
        "System.Object", "System.ParamArrayAttribute", "System.Reflection.DefaultMemberAttribute",
        "System.Runtime.CompilerServices.IndexerNameAttribute", "System.Runtime.CompilerServices.InternalsVisibleToAttribute",
        "System.RuntimeFieldHandle", "System.RuntimeMethodHandle",
        "System.RuntimeTypeHandle", "System.SByte", "System.Single", "System.String", "System.Type", "System.UInt16",
        "System.UInt32", "System.UInt64", "System.UIntPtr", "System.ValueType", "System.Void",
    ];

    // Members of those that the compiler needs for attributes, array.Length, string comparison and overriding ToString.
    private static readonly string[] RequiredMembers =
    [
        "System.Array.get_Length() : System.Int32",
        "System.Attribute..ctor() : System.Void",
        "System.AttributeUsageAttribute..ctor(System.AttributeTargets) : System.Void",
        "System.AttributeUsageAttribute.get_AllowMultiple() : System.Boolean",
        "System.AttributeUsageAttribute.set_AllowMultiple(System.Boolean) : System.Void",
        "System.AttributeUsageAttribute.get_Inherited() : System.Boolean",
        "System.AttributeUsageAttribute.set_Inherited(System.Boolean) : System.Void",
        "System.FlagsAttribute..ctor() : System.Void",
        "System.Object.ToString() : System.String",
        "System.ParamArrayAttribute..ctor() : System.Void",
        "System.Reflection.DefaultMemberAttribute..ctor(System.String) : System.Void",
        "System.Runtime.CompilerServices.IndexerNameAttribute..ctor(System.String) : System.Void",
        "System.Runtime.CompilerServices.InternalsVisibleToAttribute..ctor(System.String) : System.Void",
        "System.Threading.ThreadStart.Invoke() : System.Void",
        "System.String.op_Equality(System.String,System.String) : System.Boolean",
        "System.String.op_Inequality(System.String,System.String) : System.Boolean",
    ];

    // Behind NANOFRAMEWORK_1_0 in boards/virtual, so that built code does not show it; BoardPartsTests compiles that side.
    private static readonly string[] OnTheRuntimeAlone =
    [
        "nanoFramework.Runtime.Native.GC",
        "nanoFramework.Runtime.Native.GC.Run(System.Boolean) : System.UInt32",
    ];

    private static string ListPath => Path.Combine(AppContext.BaseDirectory, "Board", "runtime-api.txt");

    private static string LibraryListPath => Path.Combine(AppContext.BaseDirectory, "Board", "library-api.txt");

    [TestMethod]
    public void DeclaresOnlyWhatTheRuntimePublishes() => Findings.ShouldBeNone(
        Contract.Except(Published), "not in runtime-api.txt; if the runtime's published API has it, add the line");

    [TestMethod]
    public void TheListHasNoLineWithoutADeclaration() => Findings.ShouldBeNone(
        Published.Except(Contract), "in runtime-api.txt, but the contract no longer declares it; remove the line");

    [TestMethod]
    public void HalFirmwareAndBoardsUseEachDeclaration()
    {
        var code = BuiltCode.OnBoard.Append(BuiltCode.Virtual).Concat(BuiltCode.Boards).Concat(BuiltCode.Libraries);
        var used = new HashSet<string>(code.SelectMany(Used).Concat(Required).Concat(RequiredMembers));
        Findings.ShouldBeNone(Contract.Where(line => !IsConstant(line) && !used.Contains(line)), "declared and not used; remove it");
    }

    [TestMethod]
    public void LibrariesDeclareOnlyWhatTheRuntimePublishes()
    {
        string[] declared = [.. BuiltCode.Libraries.SelectMany(ApiLine.Declared)];
        string[] published = [.. File.ReadLines(LibraryListPath).Where(line => line != "" && line[0] != '#')];
        Findings.ShouldBeNone(declared.Except(published), "not in library-api.txt; if the runtime's published API has it, add the line");
        Findings.ShouldBeNone(published.Except(declared), "in library-api.txt, but no library declares it any more; remove the line");
    }

    [TestMethod]
    public void BoardsUseEachDeclarationOfLibraries()
    {
        var used = new HashSet<string>(BuiltCode.Boards.Concat(BuiltCode.Libraries).SelectMany(Used).Concat(OnTheRuntimeAlone));
        Findings.ShouldBeNone(
            BuiltCode.Libraries.SelectMany(ApiLine.Declared).Where(line => !IsConstant(line) && !used.Contains(line)),
            "declared and not used; remove it");
    }

    [TestMethod]
    public void DotNetHasEachDeclarationThatHalAndFirmwareUse()
    {
        var used = new HashSet<string>(BuiltCode.OnBoard.SelectMany(Used).Concat(Required).Concat(RequiredMembers));
        var facade = Assembly.Load("mscorlib");
        var existing = BuiltCode.Contract.GetTypes().Where(type => type.IsPublic)
            .Select(type => facade.GetType(type.FullName)).OfType<Type>().SelectMany(ApiLine.Existing);
        Findings.ShouldBeNone(Contract.Except(existing).Where(used.Contains), "declared, but .NET's mscorlib facade has no such member");
    }

    // The compiler writes the value where a constant is named, so built code does not show its use.
    private static bool IsConstant(string line) => line.Contains(" = ", StringComparison.Ordinal);

    private static IEnumerable<string> Used(ModuleDefinition module) =>
    [
        .. module.GetTypeReferences().SelectMany(type => Lineage(type.Resolve())).Select(type => type.FullName),
        .. module.GetMemberReferences().OfType<MethodReference>().Select(ApiLine.Of),
        .. module.GetMemberReferences().OfType<FieldReference>().Select(ApiLine.Of),
        .. module.GetTypes().SelectMany(Overridden),
    ];

    // A type that overrides a declaration or implements one uses it, though no instruction says so.
    private static IEnumerable<string> Overridden(TypeDefinition type) =>
        from method in type.Methods
        where method.IsVirtual
        from above in Above(type)
        from declared in above.Methods
        where declared.IsVirtual && ShapeRules.Same(method, declared)
        select ApiLine.Of(declared);

    private static IEnumerable<TypeDefinition> Above(TypeDefinition type) =>
        type.Interfaces.Select(implemented => implemented.InterfaceType.Resolve()).Concat(Lineage(type).Skip(1));

    private static IEnumerable<TypeDefinition> Lineage(TypeDefinition type)
    {
        for (var above = type; above != null; above = above.BaseType?.Resolve()) yield return above;
    }
}
