using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>How much of the converter's tables an assembly fills; each ends at 65,535 bytes.</summary>
internal static class ConvertedSize
{
    /// <summary>Bytes in the largest table that the converter writes: it addresses them with 16 bits.</summary>
    public const int TableBytesMax = 65_535;

    /// <summary>Methods of one kind (virtual, of instances, static) that a type may have: counted in 8 bits.</summary>
    public const int MethodsMax = 255;

    /// <summary>Bytes of byte code: tokens and jumps are of 2 bytes there instead of 4, a switch counts in 1.</summary>
    public static int Code(ModuleDefinition module) =>
        Methods(module).Where(method => method.HasBody).Sum(method => method.Body.Instructions.Sum(Size) + Handlers(method.Body));

    /// <summary>Bytes of strings, names and literals alike; a little over what it is, since some are in the runtime.</summary>
    public static int Strings(ModuleDefinition module) =>
        Texts(module).Distinct(StringComparer.Ordinal).Sum(text => Encoding.UTF8.GetByteCount(text) + 1);

    /// <summary>The most methods of one kind in a type.</summary>
    public static int MostMethods(TypeDefinition type) =>
        type.Methods.GroupBy(method => (method.IsStatic, method.IsVirtual)).Select(kind => kind.Count()).DefaultIfEmpty().Max();

    private static IEnumerable<MethodDefinition> Methods(ModuleDefinition module) => module.GetTypes().SelectMany(type => type.Methods);

    private static int Size(Instruction instruction) => instruction.OpCode.Size + instruction.OpCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.InlineSwitch => 1 + 2 * ((Instruction[])instruction.Operand).Length,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar or OperandType.ShortInlineArg => 1,
        OperandType.InlineI or OperandType.ShortInlineR => 4,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineTok => 4,
        _ => 2,
    };

    private static int Handlers(MethodBody body) => body.HasExceptionHandlers ? 12 * body.ExceptionHandlers.Count + 1 : 0;

    private static IEnumerable<string> Texts(ModuleDefinition module) =>
    [
        .. module.AssemblyReferences.Select(assembly => assembly.Name),
        .. module.GetTypeReferences().SelectMany(type => new[] { type.Namespace, type.Name }),
        .. module.GetMemberReferences().Select(member => member.Name),
        .. module.GetTypes().SelectMany(type => new[] { type.Namespace, type.Name }),
        .. module.GetTypes().SelectMany(type => type.Fields).Where(field => !field.IsLiteral).Select(field => field.Name),
        .. Methods(module).Select(method => method.Name),
        .. Methods(module).Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).Select(code => code.Operand).OfType<string>(),
    ];
}
