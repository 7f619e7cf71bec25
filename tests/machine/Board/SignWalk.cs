using Mono.Cecil;
using Mono.Cecil.Cil;
using Op = Mono.Cecil.Cil.Code;

namespace Nf.Tests.Machine.Board;

/// <summary>Walks through a method as the runtime's stack would and finds unsigned values that are used as signed ones.</summary>
/// <remarks>
/// C# casts between uint and int, ulong and long, without an instruction. The runtime keeps the type of a value beside it,
/// so that the value goes on as unsigned: shifts to the right, divisions, widening and whoever is called take it so (seen
/// on its POSIX host). A local counts as unsigned when an unsigned value goes into it, since an optimising compiler leaves
/// such a local out. A value that surely has no highest bit is the same either way.
/// </remarks>
internal sealed class SignWalk(MethodDefinition method)
{
    private readonly Dictionary<Instruction, Stack<TypeReference?>> _atTargets = [];
    private readonly HashSet<object> _unsignedPlaces = [];
    private readonly List<string> _found = [];
    private Stack<TypeReference?> _stack = new();

    /// <summary>What was found, with its place.</summary>
    public static IEnumerable<string> Find(MethodDefinition method)
    {
        var walk = new SignWalk(method);
        // Twice: a loop's later store makes an earlier load unsigned.
        walk.Through();
        walk.Through();
        return walk._found.Distinct();
    }

    private void Through()
    {
        _atTargets.Clear();
        foreach (var handler in method.Body.ExceptionHandlers)
        {
            if (handler.CatchType is not null) _atTargets[handler.HandlerStart] = new([handler.CatchType]);
        }

        _stack = new();
        foreach (var instruction in method.Body.Instructions)
        {
            if (_atTargets.TryGetValue(instruction, out var known)) _stack = new(known.Reverse());
            Step(instruction);
        }
    }

    private void Step(Instruction instruction)
    {
        var popped = Pop(instruction);
        Inspect(instruction, popped);
        Push(instruction, popped);
        foreach (var target in Targets(instruction)) _atTargets.TryAdd(target, new(_stack.Reverse()));
        if (instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw) _stack = new();
    }

    private TypeReference?[] Pop(Instruction instruction)
    {
        var count = instruction.Operand is MethodReference called && instruction.OpCode.FlowControl == FlowControl.Call
            ? called.Parameters.Count + (called.HasThis && instruction.OpCode.Code != Op.Newobj ? 1 : 0)
            : instruction.OpCode.Code == Op.Ret ? _stack.Count : IlStack.Pops(instruction.OpCode.StackBehaviourPop);
        var popped = new TypeReference?[count];
        for (var i = count - 1; i >= 0; i--) popped[i] = _stack.TryPop(out var type) ? type : null;
        return popped;
    }

    private void Inspect(Instruction instruction, TypeReference?[] popped)
    {
        switch (instruction.OpCode.Code)
        {
            case Op.Shr or Op.Div or Op.Rem or Op.Conv_I8 when IsUnsigned(popped[0]):
                Found(instruction);
                break;
            case Op.Ret when popped.Length == 1 && IsSigned(method.ReturnType) && IsUnsigned(popped[0]):
                Found(instruction);
                break;
            case Op.Call or Op.Callvirt or Op.Newobj:
                var parameters = ((MethodReference)instruction.Operand).Parameters;
                for (var i = 0; i < parameters.Count; i++)
                    if (IsSigned(parameters[i].ParameterType) && IsUnsigned(popped[popped.Length - parameters.Count + i])) Found(instruction);
                break;
            default:
                if (IlStack.StoredPlace(instruction, method) is { } place && IsUnsigned(popped[0])) _unsignedPlaces.Add(place);
                break;
        }
    }

    private void Push(Instruction instruction, TypeReference?[] popped)
    {
        if (instruction.OpCode.Code == Op.Dup)
        {
            _stack.Push(popped[0]);
            _stack.Push(popped[0]);
        }
        else if (IlStack.Pushes(instruction))
        {
            _stack.Push(Pushed(instruction, popped));
        }
    }

    private TypeReference? Pushed(Instruction instruction, TypeReference?[] popped)
    {
        var system = method.Module.TypeSystem;
        if (IlStack.LoadedPlace(instruction, method) is { } place)
            return _unsignedPlaces.Contains(place) ? system.UInt32 : IlStack.TypeOf(place);
        return instruction.OpCode.Code switch
        {
            Op.Add or Op.Sub or Op.Mul or Op.Or or Op.Xor or Op.Shl or Op.Neg or Op.Not or Op.Div or Op.Rem or Op.Shr => popped[0],
            Op.And => IlStack.IsSmall(instruction.Previous) ? null : popped[0],
            Op.Shr_Un => IlStack.IsSmall(instruction.Previous) ? null : popped[0],
            Op.Div_Un or Op.Rem_Un => IlStack.IsSmall(instruction.Previous) ? null : popped[0],
            // What conv.u8 makes has 32 bits.
            Op.Conv_U4 or Op.Ldelem_U4 or Op.Ldind_U4 => system.UInt32,
            Op.Ldelem_I8 or Op.Ldelem_I4 or Op.Ldelem_Ref => (popped[0] as ArrayType)?.ElementType,
            Op.Ldfld or Op.Ldsfld => ((FieldReference)instruction.Operand).FieldType,
            Op.Call or Op.Callvirt => ((MethodReference)instruction.Operand).ReturnType,
            _ => null,
        };
    }

    private void Found(Instruction instruction) => _found.Add(new Code(method, instruction).ToString());

    private static bool IsUnsigned(TypeReference? type) => type?.MetadataType is MetadataType.UInt32 or MetadataType.UInt64;

    private static bool IsSigned(TypeReference type) => type.MetadataType is MetadataType.Int32 or MetadataType.Int64;

    private static IEnumerable<Instruction> Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };
}
