namespace Nf.Firmware.FiscalMemory;

/// <summary>How what a record of the online module tells came into the register. The values stand in the fiscal memory and never change.</summary>
public enum RecordSource
{
    /// <summary>The technician imported it from the external medium.</summary>
    Technician = 1,

    /// <summary>ANAF's server sent it as an answer.</summary>
    Server = 2,
}
