using Mono.Cecil;

namespace Nf.Tests.Machine.Board;

/// <summary>Rules about the types that code names.</summary>
internal static class MentionRules
{
    /// <summary>The runtime crashes or goes silent on generic types and methods, own or used.</summary>
    public static IEnumerable<string> Generics(TypeDefinition type)
    {
        var own = type.Methods.Where(method => method.HasGenericParameters).Select(method => method.FullName);
        if (type.HasGenericParameters) own = own.Append(type.FullName);
        var calls = Code.Instructions(type).Where(i => i.Instruction.Operand is GenericInstanceMethod).Select(i => i.ToString());
        return own.Concat(calls).Concat(Where(type, named => named is GenericInstanceType or GenericParameter));
    }

    /// <summary>They crash the runtime.</summary>
    public static IEnumerable<string> MultiDimensionalArrays(TypeDefinition type) =>
        Where(type, named => named is ArrayType { Rank: > 1 });

    /// <summary>The converter and the loader refuse them.</summary>
    public static IEnumerable<string> Pointers(TypeDefinition type) =>
        Where(type, named => named is PointerType or PinnedType or FunctionPointerType);

    /// <summary>Never near money, and its formatting on the board is wrong.</summary>
    public static IEnumerable<string> FloatingPoint(TypeDefinition type) =>
        Where(type, named => named.FullName is "System.Single" or "System.Double");

    private static IEnumerable<string> Where(TypeDefinition type, Func<TypeReference, bool> refused) =>
        from mention in Mention.Of(type)
        where refused(mention.Type)
        select $"{mention.Where}: {mention.Type.FullName}";
}
