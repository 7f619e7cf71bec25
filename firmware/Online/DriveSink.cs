using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>A file of the external medium that is written under another name and gets its own when it is whole.</summary>
internal sealed class DriveSink : IByteSink
{
    private const string PartName = "/NFPART.TMP";

    private readonly IExternalMedium _medium;
    private string _part;

    internal DriveSink(IExternalMedium medium) => _medium = medium;

    /// <summary>A medium is in its place.</summary>
    internal bool IsPresent => _medium != null && _medium.Present;

    /// <summary>Says which folder files go to.</summary>
    internal void Use(string folder) => _part = folder + PartName;

    /// <summary>Begins a file.</summary>
    internal FiscalError Begin() => IsPresent ? Said(_medium.Delete(_part)) : FiscalError.ExternalMissing;

    /// <inheritdoc/>
    public FiscalError Write(byte[] bytes, int offset, int count) => Said(_medium.Append(_part, bytes, offset, count));

    /// <summary>The file is whole and gets its name, also from one that has it.</summary>
    internal FiscalError Finish(string name)
    {
        FiscalError error = Said(_medium.Delete(name));
        return error == FiscalError.None ? Said(_medium.Rename(_part, name)) : error;
    }

    /// <summary>Gives the file up.</summary>
    internal void Drop()
    {
        if (IsPresent) _medium.Delete(_part);
    }

    /// <summary>There is a file of this name.</summary>
    internal bool Has(string name) => _medium.Length(name) >= 0;

    /// <summary>An interrupted export left what it had begun.</summary>
    internal bool HasPart => Has(_part);

    /// <summary>Files and folders in a folder.</summary>
    internal int Entries(string folder) => _medium.Entries(folder);

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
