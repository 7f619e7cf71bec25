namespace Nf.Hal.Buses;

/// <summary>The files of a removable drive (USB stick, second card), as the board's file system gives them.</summary>
/// <remarks>
/// A board implements it over the drive's root folder: append opens, writes and closes. Names may be long ones, and may
/// have one folder before them, with a slash between, which append makes when it is not there.
/// A driver writes under another name and renames: <code>drive.Rename("1234567890.TMP", "1234567890.MF")</code>
/// </remarks>
public interface IDriveFiles
{
    /// <summary>A drive is plugged in and its file system is mounted.</summary>
    bool Present { get; }

    /// <summary>Bytes that still fit; only meaningful while a drive is present.</summary>
    long FreeBytes { get; }

    /// <summary>Files and folders in a folder, the empty name for the root; 0 when there is no such folder or no drive.</summary>
    int Entries(string folder);

    /// <summary>The file's length in bytes; -1 when there is no such file or no drive.</summary>
    int Length(string name);

    /// <summary>Copies bytes from a place in the file; fewer than asked at its end, 0 when there are none.</summary>
    int Read(string name, int position, byte[] buffer, int offset, int count);

    /// <summary>Adds bytes at the file's end, creating it first. False when the drive refused.</summary>
    bool Append(string name, byte[] buffer, int offset, int count);

    /// <summary>Deletes a file. False when the drive refused.</summary>
    bool Delete(string name);

    /// <summary>Gives a file another name, which no file has. False when the drive refused.</summary>
    bool Rename(string name, string newName);
}
