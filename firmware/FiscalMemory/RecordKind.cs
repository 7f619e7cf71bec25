namespace Nf.Firmware.FiscalMemory;

/// <summary>What a fiscal memory record says. The values stand in the memory and never change.</summary>
public enum RecordKind
{
    /// <summary>Series, fiscal code and the moment of activation (norms, art. 33 A a)).</summary>
    Fiscalisation = 1,

    /// <summary>The header of every document (norms, art. 33 A b); at most 16 changes).</summary>
    Header = 2,

    /// <summary>The VAT groups (norms, art. 34 d)).</summary>
    VatGroups = 3,

    /// <summary>A journal medium was initialised.</summary>
    JournalMedium = 4,

    /// <summary>The working memory was lost and rebuilt.</summary>
    RamReset = 5,

    /// <summary>A day was closed: the Z report's figures and the day's hash (norms, art. 42, 64).</summary>
    Closure = 6,

    /// <summary>A certificate of ANAF came into use (OPANAF 146/2018, annex 2, II.13).</summary>
    AnafCertificate = 7,

    /// <summary>The register's own certificate came into use, with its key.</summary>
    OwnCertificate = 8,

    /// <summary>A configuration from ANAF that the technician imported, or that changed the profile.</summary>
    Configuration = 9,

    /// <summary>Another program runs from here on: an update, or one that a start found.</summary>
    FirmwareUpdate = 10,

    /// <summary>ANAF confirmed days that were filed offline, and so unblocked the register.</summary>
    Unblocking = 11,

    /// <summary>The operator became registered for VAT, or no longer is: the code's attribute (OUG 28/1999, art. 4 (10)).</summary>
    VatRegistration = 12,
}
