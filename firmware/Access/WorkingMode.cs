namespace Nf.Firmware.Access;

/// <summary>What the register is in. The values are what command 149 answers.</summary>
public enum WorkingMode
{
    /// <summary>Sales and reports; the norms' regimes follow the command (norms, art. 33).</summary>
    Registration = 0,

    /// <summary>Before fiscalisation: documents marked «probă» that count nowhere (norms, art. 103 (2)).</summary>
    Trial = 2,

    /// <summary>The manager gave his password; it ends with the next sale.</summary>
    Programming = 4,

    /// <summary>The technician gave his password; nothing is sold.</summary>
    Service = 5,

    /// <summary>Something keeps the register from selling.</summary>
    Blocked = 6,
}
