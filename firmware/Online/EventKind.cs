namespace Nf.Firmware.Online;

/// <summary>What an outage was, numbered as ANAF's messages number it (OPANAF 146/2018, annex 2, II.8).</summary>
public enum EventKind
{
    None = 0,

    /// <summary>The register had no power.</summary>
    Power = 1,

    /// <summary>The register could not reach the server.</summary>
    Network = 2,
}
