namespace Nf.Emulator.State;

/// <summary>The file <c>lock</c>, held open by the one process that may write. The system frees it when that one dies.</summary>
internal static class StateLock
{
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharing = 0x20;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="StateException">Another process (or another open of this one) has it.</exception>
    public static IDisposable Take(string directory)
    {
        try
        {
            return File.OpenHandle(Path.Combine(directory, StateDirectory.LockName),
                FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is LinuxWouldBlock or MacWouldBlock or WindowsSharing)
        {
            throw new StateException(StateProblem.InUse,
                $"the register in {directory} is running in another process: stop that one, or choose another state directory", e);
        }
    }
}
