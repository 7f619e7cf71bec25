namespace System.IO
{
    public enum FileMode
    {
        Create = 2,
        Open = 3,
        OpenOrCreate = 4,
    }

    public enum FileAccess
    {
        Read = 1,
        Write = 2,
    }

    public class FileStream : Stream
    {
        public FileStream(string path, FileMode mode, FileAccess access) { }
    }

    public static class File
    {
        public static bool Exists(string path) => throw null;
        public static void Delete(string path) => throw null;
        public static void Move(string sourceFileName, string destFileName) => throw null;
        public static byte[] ReadAllBytes(string path) => throw null;
        public static void WriteAllBytes(string path, byte[] bytes) => throw null;
    }

    public static class Directory
    {
        public static DirectoryInfo CreateDirectory(string path) => throw null;
        public static bool Exists(string path) => throw null;
        public static string[] GetDirectories(string path) => throw null;
        public static string[] GetFiles(string path) => throw null;
    }

    public abstract class FileSystemInfo : MarshalByRefObject { internal FileSystemInfo() { } }

    public sealed class DirectoryInfo : FileSystemInfo { internal DirectoryInfo() { } }

    public sealed class FileInfo : FileSystemInfo
    {
        public FileInfo(string fileName) { }
        public long Length => throw null;
    }

    public sealed class DriveInfo
    {
        public DriveInfo(string driveName) { }
        public long TotalSize => throw null;
    }
}

namespace nanoFramework.System.IO.FileSystem
{
    public class SDCardSpiParameters
    {
        public uint chipSelectPin;
        public uint slotIndex;
        public uint spiBus;
        public SDCardSpiParameters() { }
    }

    public class CardDetectParameters
    {
        public CardDetectParameters() { }
    }

    public class SDCard
    {
        public SDCard(SDCardSpiParameters spiParameters, CardDetectParameters cdParameters) { }
        public void Mount() => throw null;
        public void Unmount() => throw null;
    }
}
