namespace Nf.Firmware.Programming;

/// <summary>What a report of articles shows; numbered as the host protocol numbers it.</summary>
internal enum ArticleReportKind
{
    /// <summary>Each article sold, on two lines.</summary>
    Detailed = 0,

    /// <summary>Each article sold, on one line.</summary>
    Summary = 1,

    /// <summary>As <see cref="Detailed"/>; what is shown begins anew.</summary>
    DetailedClearing = 2,

    /// <summary>As <see cref="Summary"/>; what is shown begins anew.</summary>
    SummaryClearing = 3,

    /// <summary>Each article as it is programmed.</summary>
    Parameters = 4,

    /// <summary>Each article's stock.</summary>
    Stock = 5,
}
