using System.Runtime.InteropServices;

namespace Nf.Emulator.Serial;

/// <summary>The calls of the system's C library that terminals need, on Linux and macOS.</summary>
/// <remarks>After IEEE Std 1003.1-2017 (POSIX); cfmakeraw and the numbers are of the two systems' headers.</remarks>
internal static partial class Posix
{
    private const string Library = "libc";

    /// <summary>These calls exist here.</summary>
    public static bool IsHere => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>EAGAIN: nothing can be read or written now.</summary>
    public static int Again => OperatingSystem.IsMacOS() ? 35 : 11;

    /// <summary>EINTR: a signal came; to be called again.</summary>
    public const int Interrupted = 4;

    /// <summary>ENOENT.</summary>
    public const int NoEntry = 2;

    /// <summary>EACCES.</summary>
    public const int NotPermitted = 13;

    /// <summary>O_RDWR and O_NOCTTY.</summary>
    public static int ReadWrite => 2 | (OperatingSystem.IsMacOS() ? 0x20000 : 0x100);

    /// <summary>O_NONBLOCK, and O_CLOEXEC so that programs started from here do not hold it.</summary>
    public static int NotWaiting => OperatingSystem.IsMacOS() ? 0x4 | 0x1000000 : 0x800 | 0x80000;

    /// <summary>TCIOFLUSH.</summary>
    public static int BothDirections => OperatingSystem.IsMacOS() ? 3 : 2;

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "close")]
    public static partial int Close(int file);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int file, Span<byte> buffer, nint count);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int file, ReadOnlySpan<byte> buffer, nint count);

    [LibraryImport(Library, EntryPoint = "grantpt", SetLastError = true)]
    public static partial int Grant(int file);

    [LibraryImport(Library, EntryPoint = "unlockpt", SetLastError = true)]
    public static partial int Unlock(int file);

    [LibraryImport(Library, EntryPoint = "ptsname", SetLastError = true)]
    public static partial nint NameOf(int file);

    [LibraryImport(Library, EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int GetTermios(int file, Span<byte> termios);

    [LibraryImport(Library, EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int SetTermios(int file, int when, Span<byte> termios);

    [LibraryImport(Library, EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw(Span<byte> termios);

    [LibraryImport(Library, EntryPoint = "cfsetospeed", SetLastError = true)]
    public static partial int SetOutputSpeed(Span<byte> termios, nuint speed);

    [LibraryImport(Library, EntryPoint = "cfsetispeed", SetLastError = true)]
    public static partial int SetInputSpeed(Span<byte> termios, nuint speed);

    [LibraryImport(Library, EntryPoint = "cfgetospeed")]
    public static partial nuint GetOutputSpeed(Span<byte> termios);

    [LibraryImport(Library, EntryPoint = "tcflush", SetLastError = true)]
    public static partial int Flush(int file, int queue);
}
