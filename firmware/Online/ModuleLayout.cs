namespace Nf.Firmware.Online;

/// <summary>Where the parts of the online module's memory stand; docs/reference/module-memory.md is the written form.</summary>
public static class ModuleLayout
{
    /// <summary>The software crypto module's own: keys, encrypted.</summary>
    public const int Keys = 0x00000;

    /// <summary>Bytes kept for it.</summary>
    public const int KeysSize = 0x8000;

    /// <summary>The write of a cell that is under way.</summary>
    internal const int Redo = 0x08000;

    /// <summary>Configuration from ANAF and network settings: cells.</summary>
    internal const int Settings = 0x08100;

    /// <summary>Outages of power and network: cells.</summary>
    internal const int Events = 0x09000;

    /// <summary>Which message is made, signed, sent and confirmed: cells.</summary>
    internal const int Outbox = 0x0A000;

    /// <summary>Certificates, see CertificateStore.</summary>
    internal const int Certificates = 0x10000;

    internal const int CertificatesSize = 0x10000;
}
