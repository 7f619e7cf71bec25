namespace Nf.Firmware.Http;

/// <summary>What a byte did to the line that it was added to.</summary>
internal enum LineState
{
    Open,

    /// <summary>CR LF came.</summary>
    Ended,

    /// <summary>A control byte, or a CR or LF alone.</summary>
    Malformed,
}
