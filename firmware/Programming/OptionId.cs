namespace Nf.Firmware.Programming;

/// <summary>Numeric options of the register; the values are places in their cell.</summary>
internal enum OptionId
{
    /// <summary>1: articles are counted by the day.</summary>
    ArticlesDaily = 0,

    /// <summary>Articles counted before this day read as zero; no host sets it.</summary>
    ArticlesSince = 1,

    /// <summary>1: the empty message is sent every nrM minutes when there is nothing to send (norms, annex 11, art. 1).</summary>
    SendsEmpty = 2,

    /// <summary>1: after a Z the server's confirmation, or why there is none, is printed.</summary>
    PrintsResult = 3,
}
