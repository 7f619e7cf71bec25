using Mono.Cecil;
using Op = Mono.Cecil.Cil.Code;

namespace Nf.Tests.Machine.Board;

/// <summary>Rules about instructions.</summary>
internal static class CodeRules
{
    private const int CodeBytesMost = 16 * 1024;

    /// <summary>Checked arithmetic never throws on a board, so it would only look safe.</summary>
    public static IEnumerable<string> Checked(TypeDefinition type) =>
        Where(type, code => Name(code).Contains("_Ovf", StringComparison.Ordinal));

    /// <summary>It stays unsigned there, in silence.</summary>
    public static IEnumerable<string> UnsignedAsSigned(TypeDefinition type) => Code.Bodies(type).SelectMany(SignWalk.Find);

    /// <summary>The runtime has neither.</summary>
    public static IEnumerable<string> RawStack(TypeDefinition type) =>
        Where(type, code => code.Instruction.OpCode.Code is Op.Localloc or Op.Calli);

    /// <summary>Constants, conversions, loads and stores of floating point, where no type is named.</summary>
    public static IEnumerable<string> FloatingPoint(TypeDefinition type) =>
        Where(type, code => Name(code).Split('_').Any(part => part is "R" or "R4" or "R8"));

    /// <summary>It prints the number there.</summary>
    public static IEnumerable<string> EnumToString(TypeDefinition type) =>
        Where(type, code => code.Called is { Name: "ToString" } called && IsEnum(Receiver(code, called)));

    /// <summary>Widths and number formats differ there, and it is slow.</summary>
    public static IEnumerable<string> StringFormat(TypeDefinition type) =>
        Where(type, code => code.Called is { Name: "Format", DeclaringType.FullName: "System.String" });

    /// <summary>Comparing an element of an array that was never set crashes the runtime (seen on its POSIX host).</summary>
    public static IEnumerable<string> StringEquality(TypeDefinition type) =>
        Where(type, code => code.Called is { Name: "op_Equality" or "op_Inequality", DeclaringType.FullName: "System.String" });

    /// <summary>A catch of everything would also swallow a broken invariant; only a board's supervisor may.</summary>
    public static IEnumerable<string> CatchAll(TypeDefinition type) =>
        from method in Code.Bodies(type)
        from handler in method.Body.ExceptionHandlers
        where (handler.CatchType ?? handler.FilterStart?.Operand as TypeReference)?.FullName is "System.Exception" or "System.Object"
        select method.FullName;

    /// <summary>A limit of our own: what the converter and the interpreter surely take.</summary>
    public static IEnumerable<string> LongMethods(TypeDefinition type) =>
        from method in Code.Bodies(type)
        let bytes = method.Body.Instructions.Sum(instruction => instruction.GetSize())
        where bytes > CodeBytesMost
        select $"{method.FullName}: {bytes} bytes";

    /// <summary>On a board they run before Main in the converter's order, not when first needed.</summary>
    public static IEnumerable<string> TypeInitializers(TypeDefinition type) =>
        Where(type, code => code.Method is { IsConstructor: true, IsStatic: true } && (Calls(code) || ReadsAnother(type, code)));

    private static bool Calls(Code code) => code.Called is { Name: not "InitializeArray" };

    private static bool ReadsAnother(TypeDefinition type, Code code) =>
        code.Instruction.OpCode.Code is Op.Ldsfld or Op.Ldsflda
        && code.Instruction.Operand is FieldReference field
        && field.DeclaringType.FullName != type.FullName;

    private static TypeReference Receiver(Code code, MethodReference called) => code.Instruction.Previous switch
    {
        { OpCode.Code: Op.Constrained or Op.Box, Operand: TypeReference type } => type,
        _ => called.DeclaringType,
    };

    private static bool IsEnum(TypeReference type) => type.FullName == "System.Enum" || type.Resolve() is { IsEnum: true };

    private static string Name(Code code) => code.Instruction.OpCode.Code.ToString();

    private static IEnumerable<string> Where(TypeDefinition type, Func<Code, bool> refused) =>
        Code.Instructions(type).Where(refused).Select(code => code.ToString());
}
