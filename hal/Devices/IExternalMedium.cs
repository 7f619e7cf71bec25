namespace Nf.Hal.Devices;

/// <summary>The external saving device: a removable drive for exports and for what a technician imports (norms, art. 22 A g).</summary>
/// <remarks>
/// A driver over the drive's files implements it. The fiscal core writes exports there, each whole or not at all:
/// <code>medium.Append("1234567890.TMP", text, 0, length); medium.Rename("1234567890.TMP", "1234567890.MF");</code>
/// It reads certificates and configuration from it in service mode only, and believes none of it that is not signed.
/// A name may have one folder before it, "2026-11/1234567890_Z0011.p7b"; the folder is made with its first file.
/// </remarks>
public interface IExternalMedium
{
    /// <summary>A drive is in its place and can be written.</summary>
    bool Present { get; }

    /// <summary>Files and folders in a folder; 0 in an empty one and in one that is not there.</summary>
    /// <param name="folder">Its name; empty for the root.</param>
    int Entries(string folder);

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
