using Nf.Firmware.Bytes;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Provisioning;

/// <summary>A file that the technician brought on the external medium.</summary>
internal sealed class ImportFile : IByteSource
{
    private readonly IExternalMedium _medium;
    private readonly byte[] _first = new byte[1];

    internal ImportFile(IExternalMedium medium) => _medium = medium;

    /// <summary>The name of the file opened last, for whoever has to say which one is wrong.</summary>
    internal string Name { get; private set; } = "";

    /// <inheritdoc/>
    public int Length { get; private set; }

    /// <summary>Opens a file in the medium's root.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="longest">Bytes that it may have.</param>
    internal FiscalError Open(string name, int longest)
    {
        Name = name;
        Length = 0;
        if (_medium == null || !_medium.Present) return FiscalError.ExternalMissing;
        int length = _medium.Length(name);
        if (length < 0) return FiscalError.ImportFileMissing;
        if (length > longest) return FiscalError.ImportFileTooLong;
        Length = length;
        return FiscalError.None;
    }

    /// <summary>It begins as DER does, and not as text.</summary>
    internal bool IsDer => Length > 0 && Read(0, _first, 0, 1) == FiscalError.None && _first[0] == DerTag.Sequence;

    /// <summary>Reads all of it.</summary>
    internal FiscalError ReadAll(byte[] data, out int count)
    {
        count = Length;
        return count > data.Length ? FiscalError.ImportFileTooLong : Read(0, data, 0, count);
    }

    /// <inheritdoc/>
    public FiscalError Read(int position, byte[] buffer, int offset, int count)
    {
        if (_medium.Read(Name, position, buffer, offset, count) == DeviceResult.Ok) return FiscalError.None;
        return _medium.Present ? FiscalError.ImportFileUnreadable : FiscalError.ExternalMissing;
    }
}
