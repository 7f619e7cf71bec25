namespace Nf.Firmware.Programming;

/// <summary>Numeric options of the register; the values are places in their cell.</summary>
internal enum OptionId
{
    /// <summary>1: an empty line stands after the total.</summary>
    EmptyLineAfterTotal = 0,

    /// <summary>1: the total is printed in double height.</summary>
    TallTotal = 1,

    /// <summary>1: the payments are printed bold.</summary>
    BoldPayments = 2,

    /// <summary>1: the paper is cut after each document.</summary>
    PaperCut = 3,

    /// <summary>1: articles are counted by the day.</summary>
    ArticlesDaily = 4,

    /// <summary>The register's number in the shop, 1 to 9999, for hosts that give none.</summary>
    Till = 5,

    /// <summary>Articles counted before this day read as zero; no host sets it.</summary>
    ArticlesSince = 6,
}
