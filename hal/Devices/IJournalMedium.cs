namespace Nf.Hal.Devices;

/// <summary>The medium of the electronic journal: files that only grow (norms, art. 63).</summary>
/// <remarks>
/// A driver over a card's files implements it. The fiscal core appends whole lines and asks for the length after a
/// power cut, to go on where the medium stopped:
/// <code>int written = medium.Length("Z0001.TXT") - start;</code>
/// </remarks>
public interface IJournalMedium
{
    /// <summary>A medium is in its place and can be read.</summary>
    bool Present { get; }

    /// <summary>Bytes that fit on the medium in all; 0 while there is none.</summary>
    long Capacity { get; }

    /// <summary>Files on the medium, whatever they are called; 0 on an empty one.</summary>
    int Files { get; }

    /// <summary>Bytes that still fit.</summary>
    long FreeBytes { get; }

    /// <summary>The file's length in bytes; -1 when there is no such file.</summary>
    int Length(string name);

    /// <summary>Reads exactly <paramref name="count"/> bytes from a place in the file.</summary>
    DeviceResult Read(string name, int position, byte[] buffer, int offset, int count);

    /// <summary>
    /// Adds bytes at the end of the file, creating it first, durable when the call returns. After a power cut the first
    /// bytes of them may be there.
    /// </summary>
    DeviceResult Append(string name, byte[] buffer, int offset, int count);
}
