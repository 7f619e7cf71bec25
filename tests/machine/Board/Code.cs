using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Nf.Tests.Machine.Board;

/// <summary>An instruction in its method.</summary>
internal readonly record struct Code(MethodDefinition Method, Instruction Instruction)
{
    /// <summary>All instructions of a type's methods.</summary>
    public static IEnumerable<Code> Instructions(TypeDefinition type) =>
        from method in Bodies(type)
        from instruction in method.Body.Instructions
        select new Code(method, instruction);

    /// <summary>The methods that have code.</summary>
    public static IEnumerable<MethodDefinition> Bodies(TypeDefinition type) => type.Methods.Where(method => method.HasBody);

    /// <summary>The method that it calls, makes a delegate of or constructs with.</summary>
    public MethodReference? Called => Instruction.Operand as MethodReference;

    /// <inheritdoc/>
    public override string ToString() => $"{Method.FullName}: {Instruction}";
}
