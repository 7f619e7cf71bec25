namespace Nf.Hal.Devices;

/// <summary>Write-once memory: each location is programmed once and never erased (norms, art. 39 to 46).</summary>
/// <remarks>
/// A driver over NOR flash implements it and offers no erase.
/// The fiscal core programs a record's body, then its marker:
/// <code>if (memory.Program(address, record, 0, length) == DeviceResult.Ok) ...</code>
/// A location that was never programmed reads FFh. Programming can only clear bits.
/// </remarks>
public interface IFiscalMemory
{
    /// <summary>Size in bytes; 0 while the memory is not connected.</summary>
    int Capacity { get; }

    /// <summary>One program operation stays inside a block of this many bytes, aligned to it.</summary>
    int PageSize { get; }

    /// <summary>Reads bytes.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">Address and count leave the memory.</exception>
    DeviceResult Read(int address, byte[] buffer, int offset, int count);

    /// <summary>
    /// One program operation inside one page, read back and compared before it returns. A power cut in between leaves
    /// any part of the bytes programmed, one of them perhaps in some of its bits.
    /// </summary>
    /// <exception cref="System.ArgumentOutOfRangeException">The bytes leave the page or the memory.</exception>
    DeviceResult Program(int address, byte[] buffer, int offset, int count);
}
