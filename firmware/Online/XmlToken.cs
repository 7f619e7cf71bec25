namespace Nf.Firmware.Online;

/// <summary>What <see cref="XmlScanner"/> found.</summary>
public enum XmlToken
{
    /// <summary>An element begins; its attributes can be asked for.</summary>
    Start,

    /// <summary>An element ends, also one that is empty.</summary>
    End,

    /// <summary>The document is whole.</summary>
    Finished,

    /// <summary>It is no XML, or goes beyond the bounds.</summary>
    Wrong,
}
