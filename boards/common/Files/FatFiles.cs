using System;
using System.IO;

namespace Nf.Boards.Files;

/// <summary>The files of a card, opened and closed with every call.</summary>
/// <remarks>
/// On FAT the runtime syncs after each Write: data first, then the allocation table, then the folder's entry, so that a cut
/// leaves the file as it was or longer, and lost clusters at worst. Files are not made in advance: what is on them is read
/// by others as it is, and a length that lies would be worse than lost clusters.
/// </remarks>
internal sealed class FatFiles
{
    /// <summary>FAT gives room in clusters; of those that cards come with the largest.</summary>
    private const int Cluster = 0x8000;

    private readonly FatDrive _drive;
    private readonly bool _withFolders;
    private int _countedMount = -1;
    private long _used;
    private int _count;

    internal FatFiles(FatDrive drive, bool withFolders)
    {
        _drive = drive;
        _withFolders = withFolders;
    }

    internal bool Present => _drive.IsReady();

    internal long Capacity => Present ? _drive.TotalSize : 0;

    /// <summary>Files, in the root only unless with folders.</summary>
    internal int Count
    {
        get
        {
            Take();
            return _count;
        }
    }

    /// <summary>What is left after all files that were found, each in whole clusters: never more than there is.</summary>
    internal long Free
    {
        get
        {
            Take();
            long free = Capacity - _used;
            return free > 0 ? free : 0;
        }
    }

    internal int Length(string name)
    {
        if (!Present) return -1;
        try
        {
            string path = FatPath.Of(_drive.Root, name);
            return File.Exists(path) ? (int)new FileInfo(path).Length : -1;
        }
        catch (Exception)
        {
            _drive.Lost();
            return -1;
        }
    }

    internal int Read(string name, int position, byte[] buffer, int offset, int count)
    {
        if (!Present) return 0;
        try
        {
            string path = FatPath.Of(_drive.Root, name);
            if (!File.Exists(path)) return 0;
            using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read))
            {
                if (position >= stream.Length) return 0;
                stream.Seek(position, SeekOrigin.Begin);
                return Fill(stream, buffer, offset, count);
            }
        }
        catch (Exception)
        {
            _drive.Lost();
            return 0;
        }
    }

    internal bool Append(string name, byte[] buffer, int offset, int count)
    {
        if (!Present) return false;
        Take();
        try
        {
            string path = FatPath.Of(_drive.Root, name);
            bool isNew = !File.Exists(path);
            string folder = FatPath.Folder(path);
            if (_withFolders && folder.Length > _drive.Root.Length && !Directory.Exists(folder)) Directory.CreateDirectory(folder);
            using (var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write))
            {
                long before = stream.Seek(0, SeekOrigin.End);
                stream.Write(buffer, offset, count);
                _used += Clusters(before + count) - (isNew ? 0 : Clusters(before));
            }

            if (isNew) _count++;
            return true;
        }
        catch (Exception)
        {
            _drive.Lost();
            return false;
        }
    }

    internal bool Delete(string name)
    {
        int length = Length(name);
        if (length < 0) return false;
        Take();
        try
        {
            File.Delete(FatPath.Of(_drive.Root, name));
            _used -= Clusters(length);
            _count--;
            return true;
        }
        catch (Exception)
        {
            _drive.Lost();
            return false;
        }
    }

    internal bool Rename(string name, string newName)
    {
        if (!Present) return false;
        try
        {
            File.Move(FatPath.Of(_drive.Root, name), FatPath.Of(_drive.Root, newName));
            return true;
        }
        catch (Exception)
        {
            _drive.Lost();
            return false;
        }
    }

    internal int Entries(string folder)
    {
        if (!Present) return 0;
        try
        {
            string path = FatPath.Of(_drive.Root, folder);
            if (folder.Length > 0 && !Directory.Exists(path)) return 0;
            return Directory.GetFiles(path).Length + Directory.GetDirectories(path).Length;
        }
        catch (Exception)
        {
            _drive.Lost();
            return 0;
        }
    }

    private static int Fill(FileStream stream, byte[] buffer, int offset, int count)
    {
        int done = 0;
        while (done < count)
        {
            int got = stream.Read(buffer, offset + done, count - done);
            if (got <= 0) break;
            done += got;
        }

        return done;
    }

    /// <summary>A file's bytes with its last cluster whole; an empty file has one as well.</summary>
    private static long Clusters(long length) => length / Cluster * Cluster + Cluster;

    /// <summary>Once for every card: the runtime tells a volume's size and not what is left of it.</summary>
    private void Take()
    {
        if (!Present || _countedMount == _drive.Mounts) return;
        _used = 0;
        _count = 0;
        try
        {
            Add(_drive.Root);
            string[] folders = _withFolders ? Directory.GetDirectories(_drive.Root) : new string[0];
            for (int i = 0; i < folders.Length; i++) Add(folders[i]);
            _countedMount = _drive.Mounts;
        }
        catch (Exception)
        {
            _drive.Lost();
        }
    }

    private void Add(string folder)
    {
        string[] files = Directory.GetFiles(folder);
        _count += files.Length;
        for (int i = 0; i < files.Length; i++) _used += Clusters(new FileInfo(files[i]).Length);
    }
}
