using Mono.Cecil;

namespace Nf.Tests.Machine.Board;

/// <summary>What a type must not contain if a board is to run it; each finding says where.</summary>
internal static class BoardRules
{
    /// <summary>All of them, by name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TypeDefinition, IEnumerable<string>>> All =
        new Dictionary<string, Func<TypeDefinition, IEnumerable<string>>>
        {
            ["no generics"] = MentionRules.Generics,
            ["no multi-dimensional arrays"] = MentionRules.MultiDimensionalArrays,
            ["no pointers"] = MentionRules.Pointers,
            ["no floating point"] = type => [.. MentionRules.FloatingPoint(type), .. CodeRules.FloatingPoint(type)],
            ["no interface methods with bodies"] = ShapeRules.InterfaceBodies,
            ["no method hides a base's method"] = ShapeRules.HiddenMethods,
            ["no finalizers"] = ShapeRules.Finalizers,
            ["no async or iterator methods"] = ShapeRules.StateMachines,
            ["at most 255 methods"] = ShapeRules.TooManyMethods,
            ["at most 16 KB of code in a method"] = CodeRules.LongMethods,
            ["no checked arithmetic"] = CodeRules.Checked,
            ["no unsigned value as a signed one"] = CodeRules.UnsignedAsSigned,
            ["no stackalloc or calli"] = CodeRules.RawStack,
            ["type initializers depend on nothing"] = CodeRules.TypeInitializers,
            ["no Enum.ToString"] = CodeRules.EnumToString,
            ["no string.Format"] = CodeRules.StringFormat,
            ["no == between strings"] = CodeRules.StringEquality,
            ["no catch of everything"] = CodeRules.CatchAll,
        };

    /// <summary>References to assemblies other than the allowed ones.</summary>
    public static IEnumerable<string> References(ModuleDefinition module, params string[] allowed) =>
        module.AssemblyReferences.Select(reference => reference.Name).Except(allowed)
            .Select(name => $"{module.Name} references {name}");

    /// <summary>Names of types from a namespace or one below it.</summary>
    public static IEnumerable<string> Namespace(TypeDefinition type, string forbidden) =>
        from mention in Mention.Of(type)
        where (Outermost(mention.Type).Namespace + ".").StartsWith(forbidden + ".", StringComparison.Ordinal)
        select $"{mention.Where} names {mention.Type.FullName}";

    private static TypeReference Outermost(TypeReference type) =>
        type.DeclaringType == null ? type : Outermost(type.DeclaringType);
}
