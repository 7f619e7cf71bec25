namespace Nf.Boards.Virtual;

/// <summary>What is free of the managed heap, where the runtime tells.</summary>
public static class FreeHeap
{
    /// <summary>Free bytes after a collection; -1 on .NET, which has no such number.</summary>
    public static int Bytes()
    {
#if NANOFRAMEWORK_1_0
        return (int)nanoFramework.Runtime.Native.GC.Run(true);
#else
        return -1;
#endif
    }
}
