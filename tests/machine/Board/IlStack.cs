using Mono.Cecil;
using Mono.Cecil.Cil;
using Op = Mono.Cecil.Cil.Code;

namespace Nf.Tests.Machine.Board;

/// <summary>What instructions take from the stack and put on it, and the locals and parameters that they name.</summary>
internal static class IlStack
{
    /// <summary>How many values an instruction other than a call takes.</summary>
    public static int Pops(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Pop0 or StackBehaviour.Varpop or StackBehaviour.PopAll => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8 or StackBehaviour.Popref_popi_popr4
            or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        _ => 2,
    };

    /// <summary>It puts a value there.</summary>
    public static bool Pushes(Instruction instruction) => instruction.OpCode.Code switch
    {
        Op.Newobj => true,
        Op.Call or Op.Callvirt or Op.Calli => ((MethodReference)instruction.Operand).ReturnType.MetadataType != MetadataType.Void,
        _ => instruction.OpCode.StackBehaviourPush is not StackBehaviour.Push0,
    };

    /// <summary>The local or parameter that it reads; null for another instruction.</summary>
    public static object? LoadedPlace(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        Op.Ldloc or Op.Ldloc_S => instruction.Operand,
        >= Op.Ldloc_0 and <= Op.Ldloc_3 => method.Body.Variables[instruction.OpCode.Code - Op.Ldloc_0],
        Op.Ldarg or Op.Ldarg_S => instruction.Operand,
        >= Op.Ldarg_0 and <= Op.Ldarg_3 => Parameter(method, instruction.OpCode.Code - Op.Ldarg_0),
        _ => null,
    };

    /// <summary>The local or parameter that it writes; null for another instruction.</summary>
    public static object? StoredPlace(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        Op.Stloc or Op.Stloc_S or Op.Starg or Op.Starg_S => instruction.Operand,
        >= Op.Stloc_0 and <= Op.Stloc_3 => method.Body.Variables[instruction.OpCode.Code - Op.Stloc_0],
        _ => null,
    };

    /// <summary>The type that a local or parameter was declared with.</summary>
    public static TypeReference TypeOf(object place) => place is VariableReference local ? local.VariableType : ((ParameterReference)place).ParameterType;

    /// <summary>A constant that takes the highest bit away: of a mask, a shift or a divisor.</summary>
    public static bool IsSmall(Instruction instruction) => instruction.OpCode.Code switch
    {
        Op.Ldc_I4_S => (sbyte)instruction.Operand > 0,
        Op.Ldc_I4 => (int)instruction.Operand > 0,
        >= Op.Ldc_I4_1 and <= Op.Ldc_I4_8 => true,
        Op.Conv_I8 or Op.Conv_U8 => IsSmall(instruction.Previous),
        Op.Ldc_I8 => (long)instruction.Operand > 0,
        _ => false,
    };

    private static ParameterDefinition Parameter(MethodDefinition method, int index) =>
        method.HasThis ? index == 0 ? method.Body.ThisParameter : method.Parameters[index - 1] : method.Parameters[index];
}
