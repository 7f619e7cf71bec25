using Nf.Firmware.Checks;

namespace Nf.Firmware.Sales;

/// <summary>One line as the host gives it, and what it comes to. One object serves all lines.</summary>
public sealed class SaleLine
{
    /// <summary>Characters of a name at most.</summary>
    public const int MaxName = 72;

    /// <summary>Characters of a unit of measure at most.</summary>
    public const int MaxUnit = 6;

    /// <summary>The name in ISO-8859-16.</summary>
    public byte[] Name { get; } = new byte[MaxName];

    public int NameLength { get; set; }

    /// <summary>The unit of measure in ISO-8859-16 (OUG 28/1999, art. 4 (2)).</summary>
    public byte[] Unit { get; } = new byte[MaxUnit];

    public int UnitLength { get; set; }

    /// <summary>Group, 0 to 6 for A to G.</summary>
    public int Group { get; set; }

    /// <summary>Bani, 1 to 999,999,999.</summary>
    public long Price { get; set; }

    /// <summary>Thousandths, 1 to 999,999,999.</summary>
    public long Quantity { get; set; }

    /// <summary>1 to 99; 0 for none.</summary>
    public int Department { get; set; }

    /// <summary>The article's number in the base; 0 for a line that the host names itself.</summary>
    public int Article { get; set; }

    /// <summary>The article's group, 1 to 99; 0 for none.</summary>
    public int ArticleGroup { get; set; }

    public Adjustment Adjustment { get; } = new Adjustment();

    /// <summary>Price by quantity, before the adjustment, bani.</summary>
    public long Value { get; set; }

    /// <summary>What the line adds to the receipt, bani.</summary>
    public long Net => Value + Adjustment.Change;

    /// <summary>What the name says the line is.</summary>
    public LineKind Kind => LineKinds.Of(Name, NameLength);

    /// <summary>Tells names apart when a line is voided.</summary>
    public uint NameCheck => MemoryCheck.Of(Name, 0, NameLength);
}
