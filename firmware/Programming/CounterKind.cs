namespace Nf.Firmware.Programming;

/// <summary>What is counted. The values stand in the spool.</summary>
internal enum CounterKind
{
    None = 0,

    /// <summary>Thousandths sold and their value, since the article was cleared.</summary>
    Article = 1,

    /// <summary>Lines of the day and their value.</summary>
    Department = 2,

    /// <summary>Lines of the day and their value.</summary>
    ArticleGroup = 3,

    /// <summary>An operator's receipts of the day.</summary>
    OperatorReceipts = 4,

    OperatorItemDiscounts = 5,

    OperatorSubtotalDiscounts = 6,

    OperatorSurcharges = 7,

    OperatorVoids = 8,
}
