using Nf.Firmware.Errors;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Reports;

/// <summary>A file on the external medium: written under another name, and given its own when it is whole.</summary>
/// <remarks>
/// A file of that name with the same contents is left as it is; one with other contents is replaced only when that was
/// asked for. After a power cut there is the old file, or the new one, and perhaps what was begun under the other name,
/// which the next export deletes. Lines end with a line feed, as in the journal,
/// so that a day's hash can be checked on what was exported.
/// </remarks>
internal sealed class ExportFile
{
    private const string PartName = "NFPART.TMP";
    private const int ChunkLength = 512;
    private const byte LineFeed = 10;

    /// <summary>The longest line: a journal's line has at most 240 bytes.</summary>
    private const int MaxLine = 240 + 1;

    private readonly IExternalMedium _medium;
    private readonly byte[] _chunk = new byte[ChunkLength];
    private readonly byte[] _old = new byte[ChunkLength];
    private string _name;
    private FileEncoding _encoding;
    private bool _replace;
    private int _filled;
    private int _compared;

    internal ExportFile(IExternalMedium medium) => _medium = medium;

    /// <summary>A medium is in its place.</summary>
    internal bool IsPresent => _medium != null && _medium.Present;

    /// <summary>Begins a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="encoding">How its text is written.</param>
    /// <param name="replace">A file of this name with other contents is replaced.</param>
    internal FiscalError Begin(string name, FileEncoding encoding, bool replace)
    {
        _name = name;
        _encoding = encoding;
        _replace = replace;
        _filled = 0;
        _compared = 0;
        return IsPresent ? Said(_medium.Delete(PartName)) : FiscalError.ExternalMissing;
    }

    /// <summary>Adds a line of UTF-8 text.</summary>
    internal FiscalError Add(byte[] utf8, int offset, int count)
    {
        FiscalError error = _filled + MaxLine > ChunkLength ? Flush() : FiscalError.None;
        if (error != FiscalError.None) return error;
        _filled += FileText.Encode(utf8, offset, count < MaxLine ? count : MaxLine - 1, _encoding, _chunk, _filled);
        _chunk[_filled++] = LineFeed;
        return FiscalError.None;
    }

    /// <summary>Adds the lines that are in the spool, all but cuts and codes.</summary>
    internal FiscalError Add(Spool spool)
    {
        FiscalError error = spool.Failure;
        for (int at = 0; error == FiscalError.None && at < spool.Length;)
        {
            at = spool.Read(at, spool.Length);
            if (at == 0) return FiscalError.WorkingMemoryFailed;
            if (spool.IsJournalLine) error = Add(spool.Text, spool.TextOffset, spool.TextLength);
        }

        return error;
    }

    /// <summary>Writes what is left and gives the file its name. Busy: call again.</summary>
    internal FiscalError Finish()
    {
        FiscalError error = Flush();
        if (error != FiscalError.None) return error;
        int length = _medium.Length(_name);
        if (length < 0) return Said(_medium.Rename(PartName, _name));
        bool same = length == _medium.Length(PartName);
        if (same && _compared < length) same = CompareNext(length);
        if (same) return _compared < length ? FiscalError.Busy : Said(_medium.Delete(PartName));
        if (!_replace) return Refuse();
        error = Said(_medium.Delete(_name));
        return error != FiscalError.None ? error : Said(_medium.Rename(PartName, _name));
    }

    /// <summary>Gives the file up.</summary>
    internal void Drop()
    {
        if (IsPresent) _medium.Delete(PartName);
    }

    private FiscalError Flush()
    {
        if (_filled == 0) return FiscalError.None;
        FiscalError error = Said(_medium.Append(PartName, _chunk, 0, _filled));
        _filled = 0;
        return error;
    }

    private bool CompareNext(int length)
    {
        int count = length - _compared < ChunkLength ? length - _compared : ChunkLength;
        if (_medium.Read(PartName, _compared, _chunk, 0, count) != DeviceResult.Ok) return false;
        if (_medium.Read(_name, _compared, _old, 0, count) != DeviceResult.Ok) return false;
        for (int i = 0; i < count; i++)
            if (_chunk[i] != _old[i]) return false;
        _compared += count;
        return true;
    }

    private FiscalError Refuse()
    {
        _medium.Delete(PartName);
        return FiscalError.FileExists;
    }

    private static FiscalError Said(DeviceResult result)
    {
        switch (result)
        {
            case DeviceResult.Ok: return FiscalError.None;
            case DeviceResult.NotConnected: return FiscalError.ExternalMissing;
            case DeviceResult.Full: return FiscalError.ExternalFull;
            default: return FiscalError.ExternalWriteFailed;
        }
    }
}
