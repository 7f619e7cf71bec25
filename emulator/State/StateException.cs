namespace Nf.Emulator.State;

/// <summary>What is wrong with a state directory.</summary>
public enum StateProblem
{
    /// <summary>There is no register's state there.</summary>
    Missing,

    /// <summary>The path leads to something else: a file, or a folder with other things in it.</summary>
    NotState,

    /// <summary>Another process runs the register.</summary>
    InUse,

    /// <summary>A newer nf wrote it.</summary>
    Newer,

    /// <summary>A file in it cannot be what nf wrote.</summary>
    Damaged,

    /// <summary>The operating system denies reading or writing: rights, or a read-only disk.</summary>
    NoAccess,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The operating system failed in another way.</summary>
    Failed,
}

/// <summary>A state directory cannot be used. The message is one line: what is wrong, where, and what to do.</summary>
public sealed class StateException(StateProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    private const int UnixFull = 28;
    private const int UnixReadOnly = 30;
    private const int WindowsDiskFull = 0x70;
    private const int WindowsHandleDiskFull = 0x27;
    private const int WindowsWriteProtect = 0x13;

    /// <summary>What is wrong.</summary>
    public StateProblem Problem { get; } = problem;

    /// <summary>The exceptions that <see cref="From"/> puts into words.</summary>
    internal static bool IsIoProblem(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Puts what the operating system said into words.</summary>
    internal static StateException From(string path, Exception e) => ProblemOf(e) switch
    {
        StateProblem.NoAccess => new(StateProblem.NoAccess,
            $"no permission to use {path}: change its owner or rights, or choose another state directory", e),
        StateProblem.Full => new(StateProblem.Full,
            $"the disk of {path} is full: free some space, or choose another state directory", e),
        _ => new(StateProblem.Failed,
            $"cannot use {path} ({FirstLine(e.Message)}): choose another state directory", e),
    };

    private static StateProblem ProblemOf(Exception e) => e switch
    {
        UnauthorizedAccessException => StateProblem.NoAccess,
        IOException io => (io.HResult & 0xFFFF) switch
        {
            UnixReadOnly or WindowsWriteProtect => StateProblem.NoAccess,
            UnixFull or WindowsDiskFull or WindowsHandleDiskFull => StateProblem.Full,
            _ => StateProblem.Failed,
        },
        _ => StateProblem.Failed,
    };

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r', '.');
}
