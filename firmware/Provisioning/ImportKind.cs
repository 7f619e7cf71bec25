namespace Nf.Firmware.Provisioning;

/// <summary>What the technician imports, in the order in which he does; the values are those of the host command.</summary>
internal enum ImportKind
{
    /// <summary>ANAF.PEM: ANAF's certificate and its authorities.</summary>
    Anaf = 4,

    /// <summary>The series with .PEM: the register's own certificate and key.</summary>
    Own = 5,

    /// <summary>The series with .P7B: mP or mReset.</summary>
    Configuration = 6,
}
