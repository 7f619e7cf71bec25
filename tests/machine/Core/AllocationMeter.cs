namespace Nf.Tests.Machine.Core;

/// <summary>Bytes that drivers and firmware allocate on this thread: what is allocated behind a bus is not theirs.</summary>
internal sealed class AllocationMeter
{
    private long _since;

    /// <summary>Allocated so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>The register's own code begins, or goes on.</summary>
    public void Enter() => _since = GC.GetAllocatedBytesForCurrentThread();

    /// <summary>The register's own code ends, or calls a bus.</summary>
    public void Leave() => Bytes += GC.GetAllocatedBytesForCurrentThread() - _since;
}
