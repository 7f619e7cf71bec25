namespace System;

public interface IDisposable
{
    void Dispose();
}

public abstract class MarshalByRefObject { protected MarshalByRefObject() { } }

public static class Console
{
    public static void WriteLine(string value) => throw null;
}

public class Random
{
    public Random() { }
    public void NextBytes(byte[] buffer) => throw null;
}

public struct SpanByte
{
    public SpanByte(byte[] array, int start, int length) => throw null;
}
