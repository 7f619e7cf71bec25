// Each type breaks the rule that it is named for, and is never run.
#pragma warning disable CS0108, CS0414, CS0649, CA1822, IDE0044, IDE0051, IDE0052, IDE0060

using System.Collections;

namespace Nf.Tests.Machine.Board.Samples;

internal static class OwnGenericMethod
{
    public static T Same<T>(T value) => value;
}

internal sealed class OwnGenericType<T>
{
    public T? Value;
}

internal static class UsedGenericType
{
    public static object Make() => new List<int>();
}

internal static class UsedGenericMethod
{
    public static object Make() => Array.Empty<byte>();
}

internal static class MultiDimensionalArray
{
    public static object Make() => new int[2, 2];
}

internal interface IWithBody
{
    int Value() => 1;
}

internal static class CheckedAddition
{
    public static int Add(int a, int b) => checked(a + b);
}

internal static class CheckedConversion
{
    public static int Narrow(long value) => checked((int)value);
}

internal static class UnsignedShift
{
    public static int Half(uint value) => (int)value >> 1;
}

internal static class UnsignedSum
{
    public static int Borrow(uint[] x, uint[] y, int before) => (int)x[0] - (int)y[0] + before >> 28;
}

internal static class UnsignedLocal
{
    public static int Third(uint value)
    {
        int signed = (int)value;
        return signed / 3;
    }
}

internal static class UnsignedWidened
{
    public static long Wide(uint value) => (long)(int)value;
}

internal static class UnsignedArgument
{
    public static int Absolute(uint value) => Math.Abs((int)value);
}

internal static class UnsignedReturned
{
    public static int Flip(uint value) => (int)value;
}

internal static class UnsignedLong
{
    public static long Half(ulong[] values) => (long)values[0] >> 1;
}

internal static class StackAllocation
{
    public static int First(int count)
    {
        Span<byte> bytes = stackalloc byte[count];
        return bytes[0];
    }
}

internal static unsafe class FunctionPointer
{
    public static int Call(delegate*<int> function) => function();
}

internal static unsafe class Pointer
{
    public static int Read(int* place) => *place;
}

internal static unsafe class Pinned
{
    public static int First(byte[] bytes)
    {
        fixed (byte* first = bytes) return *first;
    }
}

internal static class FloatingConstant
{
    public static int Half() => (int)(One() * 0.5);

    private static int One() => 1;
}

internal sealed class FloatingField
{
    public double Rate;
}

internal static class FloatingLocal
{
    public static bool Positive(object boxed)
    {
        var value = (float)boxed;
        return value > 0;
    }
}

internal class Above
{
    private int Step() => 1;
}

internal sealed class PrivateHides : Above
{
    private int Step() => 2;
}

internal sealed class NewHides : Base
{
    public int Step() => 2;
}

internal class Base
{
    public int Step() => 1;
}

internal static class ReadsAnotherClass
{
    public static readonly int Copy = Statics.Value;
}

internal static class Statics
{
    public static int Value;
}

internal static class CallsWhenInitialized
{
    public static readonly int Length = Compute();

    private static int Compute() => 1;
}

internal static class ConstructsWhenInitialized
{
    public static readonly object Made = new();
}

internal static class EnumToString
{
    public static string Print(DayOfWeek day) => day.ToString();
}

internal static class BoxedEnumToString
{
    public static string Print(DayOfWeek day) => ((object)day).ToString()!;
}

internal static class StringEquality
{
    public static bool First(string[] names, string name) => names[0] == name;
}

internal static class StringFormat
{
    public static string Print(int value) => string.Format("{0}", value);
}

internal static class CatchesException
{
    public static void Swallow(Action action)
    {
        try
        {
            action();
        }
        catch (Exception)
        {
            return;
        }
    }
}

internal static class CatchesWithFilter
{
    public static void Swallow(Action action, bool all)
    {
        try
        {
            action();
        }
        catch (Exception) when (all)
        {
            return;
        }
    }
}

internal sealed class WithFinalizer
{
    ~WithFinalizer() => GC.KeepAlive(this);
}

internal static class AsyncMethod
{
    public static async Task Wait() => await Task.Yield();
}

internal static class IteratorMethod
{
    public static IEnumerable Count()
    {
        yield return 1;
    }
}

/// <summary>Looks like what is refused, and is allowed.</summary>
internal sealed class Allowed : Base
{
    private static readonly byte[] Table = [1, 2, 3, 4, 5];
    private static readonly byte[] Buffer = new byte[16];
    private static int _count = 7;

    public override string ToString() => Table.Length + "" + Buffer.Length + _count;

    public static int Signed(uint value, int other, byte[] bytes)
    {
        int low = (int)(value & 0xFFFF) - (int)(value >> 16) >> 1;
        return (other + (int)value < 0 ? low : (int)(value % 10)) / 3 + (bytes[0] - bytes[1] >> 1);
    }

    public int Step(int width)
    {
        try
        {
            return (int)((long)width * _count) << 3;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
