namespace System;

public class Object
{
    public Object() { }
    public Type GetType() => throw null;
    public virtual string ToString() => throw null;
}

public abstract class ValueType { internal ValueType() { } }
public abstract class Enum : ValueType { internal Enum() { } }

public abstract class Type : Reflection.MemberInfo
{
    internal Type() { }
    public abstract string FullName { get; }
}

public struct Void { }
public struct Boolean { }
public struct Char { }
public struct SByte { }
public struct Byte { }
public struct Int16 { }
public struct UInt16 { }

public struct Int32
{
    public const int MaxValue = 2147483647;
    public const int MinValue = -2147483648;
    public override string ToString() => throw null;
}

public struct UInt32 { }

public struct Int64
{
    public const long MaxValue = 9223372036854775807;
    public const long MinValue = -9223372036854775808;
}

public struct UInt64 { }
public struct Single { }
public struct Double { }
public struct IntPtr { }
public struct UIntPtr { }
public struct RuntimeTypeHandle { }
public struct RuntimeFieldHandle { }
public struct RuntimeMethodHandle { }

public sealed class String
{
    public String(char[] value) => throw null;
    [Runtime.CompilerServices.IndexerName("Chars")]
    public char this[int index] => throw null;
    public int Length => throw null;
    public static string Concat(string str0, string str1) => throw null;
    public static string Concat(string str0, string str1, string str2) => throw null;
    public static string Concat(string str0, string str1, string str2, string str3) => throw null;
    public static string Concat(params string[] values) => throw null;
    public static bool operator ==(string a, string b) => throw null;
    public static bool operator !=(string a, string b) => throw null;
}

public abstract class Array
{
    internal Array() { }
    public int Length => throw null;
    public static void Clear(Array array, int index, int length) => throw null;
    public static void Copy(Array sourceArray, Array destinationArray, int length) => throw null;
    public static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length) => throw null;
}

public static class BitConverter
{
    public static long ToInt64(byte[] value, int startIndex) => throw null;
    public static uint ToUInt32(byte[] value, int startIndex) => throw null;
    public static ulong ToUInt64(byte[] value, int startIndex) => throw null;
}

public static class Convert
{
    public static byte[] FromBase64String(string s) => throw null;
}

public abstract class Delegate { internal Delegate() { } }
public abstract class MulticastDelegate : Delegate { internal MulticastDelegate() { } }
