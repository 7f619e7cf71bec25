namespace Nf.Firmware.Programming;

/// <summary>What can be given a name.</summary>
internal enum NameKind
{
    Department = 0,
    ArticleGroup = 1,
    Operator = 2,

    /// <summary>Unit of measure.</summary>
    Unit = 3,

    /// <summary>The one payment that the shop names.</summary>
    Payment = 4,

    /// <summary>A line at the end of each receipt.</summary>
    Footer = 5,
}
