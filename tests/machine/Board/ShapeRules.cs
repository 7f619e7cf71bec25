using Mono.Cecil;

namespace Nf.Tests.Machine.Board;

/// <summary>Rules about what a type declares.</summary>
internal static class ShapeRules
{
    private const int MethodsMost = 255;

    /// <summary>Calls of them do nothing on the runtime.</summary>
    public static IEnumerable<string> InterfaceBodies(TypeDefinition type) =>
        type.IsInterface ? Named(type.Methods.Where(method => method.HasBody)) : [];

    /// <summary>There, a method overrides one of the same name and signature even when it is private or new.</summary>
    public static IEnumerable<string> HiddenMethods(TypeDefinition type) =>
        from method in type.Methods
        where !method.IsStatic && !method.IsConstructor && !(method.IsVirtual && method.IsReuseSlot)
        from hidden in Inherited(type)
        where Same(method, hidden)
        select $"{method.FullName} hides {hidden.FullName}";

    /// <summary>They would run on a thread of their own.</summary>
    public static IEnumerable<string> Finalizers(TypeDefinition type) =>
        Named(type.Methods.Where(method => method is { Name: "Finalize", IsVirtual: true, HasParameters: false }));

    /// <summary>The classes that the compiler makes of async methods and iterators.</summary>
    public static IEnumerable<string> StateMachines(TypeDefinition type) =>
        type.Name.StartsWith('<') && type.Name.Contains(">d__", StringComparison.Ordinal) ? [type.FullName] : [];

    /// <summary>The converter's limit.</summary>
    public static IEnumerable<string> TooManyMethods(TypeDefinition type) =>
        type.Methods.Count > MethodsMost ? [$"{type.FullName}: {type.Methods.Count} methods"] : [];

    /// <summary>Two methods that a caller could not tell apart.</summary>
    public static bool Same(MethodReference one, MethodReference other) =>
        one.Name == other.Name && Parameters(one).SequenceEqual(Parameters(other));

    private static IEnumerable<string> Parameters(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType.FullName);

    private static IEnumerable<MethodDefinition> Inherited(TypeDefinition type)
    {
        for (var above = type.BaseType?.Resolve(); above != null; above = above.BaseType?.Resolve())
            foreach (var method in above.Methods.Where(method => !method.IsStatic)) yield return method;
    }

    private static IEnumerable<string> Named(IEnumerable<MethodDefinition> methods) => methods.Select(method => method.FullName);
}
