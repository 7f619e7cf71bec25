using Mono.Cecil;

namespace Nf.Tests.Machine.Board;

/// <summary>What tests/unit may use, so that the same files also run under the board's test framework.</summary>
internal static class UnitTestRules
{
    private const string Framework = "Microsoft.VisualStudio.TestTools.UnitTesting";

    private static readonly string[] Types = ["TestClassAttribute", "TestMethodAttribute", "DataRowAttribute", "Assert"];

    private static readonly string[] Asserts =
    [
        "AreEqual", "AreNotEqual", "AreSame", "AreNotSame", "IsTrue", "IsFalse", "IsNull", "IsNotNull",
    ];

    /// <summary>The board's runner calls test methods without an object, so state of an instance is not there.</summary>
    public static IEnumerable<string> InstanceState(TypeDefinition type) =>
        from member in InstanceMembers(type)
        where type.Methods.Any(IsTest)
        select member.FullName;

    /// <summary>Attributes of set-up and the like: another name there, and run once per class instead of before each test.</summary>
    public static IEnumerable<string> Attributes(TypeDefinition type) =>
        from member in type.Methods.Cast<ICustomAttributeProvider>().Append(type)
        from attribute in member.CustomAttributes
        where IsForeign(attribute.AttributeType)
        select $"{member}: {attribute.AttributeType.Name}";

    /// <summary>Assertions and other members that the board's framework lacks.</summary>
    public static IEnumerable<string> Members(TypeDefinition type) =>
        from code in Code.Instructions(type)
        where code.Called is { } called && (IsForeign(called.DeclaringType) || IsForeignAssert(called))
        select code.ToString();

    private static IEnumerable<IMemberDefinition> InstanceMembers(TypeDefinition type) =>
    [
        .. type.Fields.Where(field => !field.IsStatic),
        .. type.Properties.Where(property => property.HasThis),
    ];

    private static bool IsTest(MethodDefinition method) =>
        method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "TestMethodAttribute");

    private static bool IsForeign(TypeReference type) => type.Namespace == Framework && !Types.Contains(type.Name);

    private static bool IsForeignAssert(MethodReference called) =>
        called.DeclaringType is { Namespace: Framework, Name: "Assert" } && !Asserts.Contains(called.Name);
}
