namespace Nf.Firmware.Programming;

/// <summary>Where programmed data and counters stand; docs/reference/working-memory.md is the written form.</summary>
internal static class TableLayout
{
    /// <summary>Which articles are programmed: one bit each, in cells.</summary>
    internal const int ArticleMap = 0x1800;

    /// <summary>The numeric options: one cell.</summary>
    internal const int Options = 0x1A00;

    /// <summary>The stock that the commit under way is to leave an article with: one cell.</summary>
    internal const int StockAddition = 0x1A50;

    internal const int UnitNames = 0x1A80;
    internal const int PaymentName = 0x1B60;
    internal const int FooterLines = 0x1B80;

    internal const int Articles = 0x20000;
    internal const int ArticleCounters = 0x56400;
    internal const int Barcodes = 0x6F300;
    internal const int SmallCounters = 0x79000;
    internal const int DepartmentNames = 0x7BF00;
    internal const int ArticleGroupNames = 0x7DCD0;
    internal const int OperatorNames = 0x7EB20;
}
