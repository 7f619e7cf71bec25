using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>A journal's card in RAM, lost when the program ends.</summary>
public sealed class RamJournal : IJournalMedium
{
    private const int MaxFiles = 8;

    private readonly RamFile[] _files = new RamFile[MaxFiles];

    /// <inheritdoc/>
    public bool Present => true;

    /// <inheritdoc/>
    public long Capacity => (long)MaxFiles * RamFile.MaxLength;

    /// <inheritdoc/>
    public int Files { get; private set; }

    /// <inheritdoc/>
    public long FreeBytes => Capacity - UsedBytes;

    /// <summary>Bytes of RAM that the files take.</summary>
    public int UsedBytes
    {
        get
        {
            int bytes = 0;
            for (int i = 0; i < Files; i++) bytes += _files[i].Cells.UsedBytes;
            return bytes;
        }
    }

    /// <inheritdoc/>
    public int Length(string name)
    {
        RamFile file = Find(name);
        return file == null ? -1 : file.Length;
    }

    /// <inheritdoc/>
    public DeviceResult Read(string name, int position, byte[] buffer, int offset, int count)
    {
        RamFile file = Find(name);
        if (file == null || count > file.Length - position) return DeviceResult.Failed;
        file.Cells.Read(position, buffer, offset, count);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Append(string name, byte[] buffer, int offset, int count)
    {
        RamFile file = Find(name);
        if (file == null)
        {
            if (Files == MaxFiles) return DeviceResult.Full;
            file = _files[Files++] = new RamFile(name);
        }

        return file.Append(buffer, offset, count) ? DeviceResult.Ok : DeviceResult.Full;
    }

    private RamFile Find(string name)
    {
        for (int i = 0; i < Files; i++)
        {
            if (_files[i].IsNamed(name)) return _files[i];
        }

        return null;
    }
}
