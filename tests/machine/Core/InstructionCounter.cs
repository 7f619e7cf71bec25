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
    private readonly FieldInfo shares;
    private readonly string[] methods;
    private readonly long[] marked;
    private long markedCount;

    /// <summary>Loads a counting copy of the assembly that has <paramref name="member"/>.</summary>
    /// <param name="context">Where to; null for one of its own.</param>
    /// <param name="within">Counts in namespaces that begin so.</param>
    public InstructionCounter(Type member, AssemblyLoadContext? context = null, string within = "")
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(member.Assembly.Location);
        ModuleDefinition module = assembly.MainModule;
        FieldDefinition field = new("Executed", Mono.Cecil.FieldAttributes.Public | Mono.Cecil.FieldAttributes.Static, module.TypeSystem.Int64);
        FieldDefinition array = new("Shares", field.Attributes, new ArrayType(module.TypeSystem.Int64));
        MethodDefinition[] bodies = [.. module.GetTypes().Where(type => IsWithin(type, within)).SelectMany(type => type.Methods).Where(method => method.HasBody)];
        for (int i = 0; i < bodies.Length; i++) Instrument(bodies[i].Body, new Meters(field, array, i));

        TypeDefinition counter = new("", CounterName, Mono.Cecil.TypeAttributes.Public | Mono.Cecil.TypeAttributes.Class, module.TypeSystem.Object);
        counter.Fields.Add(field);
        counter.Fields.Add(array);
        module.Types.Add(counter);
        MemoryStream image = new();
        assembly.Write(image);
        image.Position = 0;
        Assembly = (context ?? new AssemblyLoadContext(CounterName)).LoadFromStream(image);
        Type loaded = Assembly.GetType(CounterName)!;
        count = loaded.GetField(field.Name)!;
        shares = loaded.GetField(array.Name)!;
        shares.SetValue(null, new long[bodies.Length]);
        marked = new long[bodies.Length];
        methods = [.. bodies.Select(method => method.DeclaringType.Name + "." + method.Name)];
    }

    /// <summary>The counting copy; its types are others than those the test was compiled with.</summary>
    public Assembly Assembly { get; }

    /// <summary>Instructions executed since the copy was loaded, without those taken back.</summary>
    public long Executed => (long)count.GetValue(null)!;

    private long[] Shares => (long[])shares.GetValue(null)!;

    /// <summary>The same by class and method; overloads are one.</summary>
    public Dictionary<string, long> ByMethod() =>
        methods.Zip(Shares).GroupBy(pair => pair.First).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Second));

    /// <summary>Remembers the counts for <see cref="TakeBack"/>.</summary>
    public void Mark()
    {
        markedCount = Executed;
        Shares.CopyTo(marked, 0);
    }

    /// <summary>What was executed since the mark does not count.</summary>
    public void TakeBack()
    {
        count.SetValue(null, markedCount);
        marked.CopyTo(Shares, 0);
    }

    // A nested type has no namespace of its own.
    private static bool IsWithin(TypeDefinition type, string within) =>
        (type.DeclaringType is { } outer ? outer.Namespace : type.Namespace).StartsWith(within, StringComparison.Ordinal);

    private static void Instrument(MethodBody body, Meters meters)
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

            Count(il, original[i], meters, length);
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
    private static void Count(ILProcessor il, Instruction leader, Meters meters, long length)
    {
        Instruction moved = il.Create(OpCodes.Nop);
        moved.OpCode = leader.OpCode;
        moved.Operand = leader.Operand;
        leader.OpCode = OpCodes.Ldsfld;
        leader.Operand = meters.Total;
        Instruction last = leader;
        Instruction[] rest =
        [
            il.Create(OpCodes.Ldc_I8, length), il.Create(OpCodes.Add), il.Create(OpCodes.Stsfld, meters.Total),
            il.Create(OpCodes.Ldsfld, meters.Shares), il.Create(OpCodes.Ldc_I4, meters.Method), il.Create(OpCodes.Ldelema, il.Body.Method.Module.TypeSystem.Int64),
            il.Create(OpCodes.Dup), il.Create(OpCodes.Ldind_I8), il.Create(OpCodes.Ldc_I8, length), il.Create(OpCodes.Add), il.Create(OpCodes.Stind_I8),
            moved,
        ];
        foreach (Instruction next in rest)
        {
            il.InsertAfter(last, next);
            last = next;
        }
    }

    /// <summary>Where a method's instructions are counted.</summary>
    private sealed record Meters(FieldDefinition Total, FieldDefinition Shares, int Method);
}
