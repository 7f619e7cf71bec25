namespace Nf.Firmware.SelfTest;

/// <summary>What the start-up self test asks, in the order in which it stands on paper.</summary>
public enum SelfTestPart
{
    /// <summary>The fiscal memory holds its newest record, and what start-up read of it was whole.</summary>
    FiscalMemory,

    /// <summary>The working memory answers, and what it holds is whole.</summary>
    WorkingMemory,

    /// <summary>The journal's card is there, and is this register's.</summary>
    Journal,

    /// <summary>The clock runs, and is not before the newest record.</summary>
    Clock,

    /// <summary>The printer answers and can print.</summary>
    Printer,

    /// <summary>The online module's memory answers.</summary>
    ModuleMemory,

    /// <summary>The crypto module answers.</summary>
    CryptoModule,

    /// <summary>How many there are: no part.</summary>
    Count,
}
