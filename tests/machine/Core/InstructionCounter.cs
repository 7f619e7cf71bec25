using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using MethodBody = Mono.Cecil.Cil.MethodBody;

namespace Nf.Tests.Machine.Core;

/// <summary>Counts the IL instructions that the firmware executes: the cost on an interpreter, exact and the same everywhere.</summary>
/// <remarks>
/// A copy of the assembly is loaded in which every run of instructions without a jump first adds its length to a static
/// field. Work inside the runtime (Array.Copy, allocation) is not counted, nor are the padding instructions of a debug build.
/// </remarks>
internal sealed class InstructionCounter
{
    private const string CounterName = "InstructionCounter";

    private readonly FieldInfo count;

    /// <summary>Loads a counting copy of the assembly that has <paramref name="member"/>.</summary>
    public InstructionCounter(Type member)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(member.Assembly.Location);
        ModuleDefinition module = assembly.MainModule;
        FieldDefinition field = new("Executed", Mono.Cecil.FieldAttributes.Public | Mono.Cecil.FieldAttributes.Static, module.TypeSystem.Int64);
        foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
            Instrument(method.Body, field);

        TypeDefinition counter = new("", CounterName, Mono.Cecil.TypeAttributes.Public | Mono.Cecil.TypeAttributes.Class, module.TypeSystem.Object);
        counter.Fields.Add(field);
        module.Types.Add(counter);
        MemoryStream image = new();
        assembly.Write(image);
        image.Position = 0;
        Assembly = new AssemblyLoadContext(CounterName).LoadFromStream(image);
        count = Assembly.GetType(CounterName)!.GetField(field.Name)!;
    }

    /// <summary>The counting copy; its types are others than those the test was compiled with.</summary>
    public Assembly Assembly { get; }

    /// <summary>Instructions executed since the copy was loaded.</summary>
    public long Executed => (long)count.GetValue(null)!;

    private static void Instrument(MethodBody body, FieldDefinition field)
    {
        body.SimplifyMacros();
        Instruction[] original = [.. body.Instructions];
        HashSet<Instruction> leaders = Leaders(body, original);
        ILProcessor il = body.GetILProcessor();
        for (int i = 0; i < original.Length; i++)
        {
            if (!leaders.Contains(original[i])) continue;
            long length = 0;
            for (int j = i; j < original.Length && (j == i || !leaders.Contains(original[j])); j++)
                if (original[j].OpCode != OpCodes.Nop) length++;

            Count(il, original[i], field, length);
        }

        body.OptimizeMacros();
    }

    /// <summary>What jumps lead to, what follows a jump, and where handlers begin.</summary>
    private static HashSet<Instruction> Leaders(MethodBody body, Instruction[] instructions)
    {
        HashSet<Instruction> leaders = [instructions[0]];
        foreach (Instruction instruction in instructions)
        {
            if (instruction.Operand is Instruction target) leaders.Add(target);
            if (instruction.Operand is Instruction[] targets) leaders.UnionWith(targets);
            bool falls = instruction.OpCode.FlowControl is FlowControl.Next or FlowControl.Call or FlowControl.Meta;
            if (!falls && instruction.Next is { } next) leaders.Add(next);
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            leaders.Add(handler.TryStart);
            leaders.Add(handler.HandlerStart);
            if (handler.FilterStart is { } filter) leaders.Add(filter);
        }

        return leaders;
    }

    /// <summary>The instruction itself becomes the first of the counting ones, so that every jump to it still holds.</summary>
    private static void Count(ILProcessor il, Instruction leader, FieldDefinition field, long length)
    {
        Instruction moved = il.Create(OpCodes.Nop);
        moved.OpCode = leader.OpCode;
        moved.Operand = leader.Operand;
        leader.OpCode = OpCodes.Ldsfld;
        leader.Operand = field;
        Instruction last = leader;
        foreach (Instruction next in new[] { il.Create(OpCodes.Ldc_I8, length), il.Create(OpCodes.Add), il.Create(OpCodes.Stsfld, field), moved })
        {
            il.InsertAfter(last, next);
            last = next;
        }
    }
}
