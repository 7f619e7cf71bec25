namespace Nf.Hal.Devices;

/// <summary>The external saving device: a removable drive for exported reports (norms, art. 22 A g).</summary>
/// <remarks>
/// A driver over the drive's files implements it. The fiscal core only writes exports there, each whole or not at all:
/// <code>medium.Append("1234567890.TMP", text, 0, length); medium.Rename("1234567890.TMP", "1234567890.MF");</code>
/// Nothing that the register needs is ever read from it.
/// </remarks>
public interface IExternalMedium
{
    /// <summary>A drive is in its place and can be written.</summary>
    bool Present { get; }

    /// <summary>The file's length in bytes; -1 when there is no such file.</summary>
    int Length(string name);

    /// <summary>Reads exactly <paramref name="count"/> bytes from a place in the file.</summary>
    DeviceResult Read(string name, int position, byte[] buffer, int offset, int count);

    /// <summary>Adds bytes at the end of the file, creating it first. After a failure any part of them may be there.</summary>
    DeviceResult Append(string name, byte[] buffer, int offset, int count);

    /// <summary>Deletes a file; one that is not there is no failure.</summary>
    DeviceResult Delete(string name);

    /// <summary>Gives a file its name in one step; no file may have it.</summary>
    DeviceResult Rename(string name, string newName);
}
