namespace System
{
    public static class Environment
    {
        public static long TickCount64 => throw null;
    }
}

namespace nanoFramework.Runtime.Native
{
    public class GC
    {
        internal GC() { }
        public static uint Run(bool compactHeap) => throw null;
    }

    public enum RebootOption
    {
        NormalReboot = 0,
    }

    public class Power
    {
        internal Power() { }
        public static void RebootDevice(RebootOption rebootOption) => throw null;
    }

    public static class Rtc
    {
        public static bool SetSystemTime(global::System.DateTime time) => throw null;
    }
}
