namespace System.Threading;

public delegate void ThreadStart();

public sealed class Thread
{
    public Thread(ThreadStart start) { }
    public void Start() => throw null;
    public static void Sleep(int millisecondsTimeout) => throw null;
}

public static class Monitor
{
    public static void Enter(object obj) => throw null;
    public static void Exit(object obj) => throw null;
}
