using Nf.Firmware.FiscalMemory;

namespace Nf.Firmware.Messages;

/// <summary>The elements of a day's message, which differ by the kind of register (OPANAF 146/2018, annex 2, II.1 to II.7).</summary>
/// <remarks>Shops have <see cref="ShopElements"/>. An exchange office or a taxi needs its own: bonSV and rSV, bonT and rT.</remarks>
internal interface IDayElements
{
    /// <summary>The namespace of the message.</summary>
    string Namespace { get; }

    /// <summary>Writes a receipt.</summary>
    void Receipt(XmlWriter xml, CountedReceipts receipt, byte[] id, int idLength);

    /// <summary>Writes the Z from its beginning to before its resets.</summary>
    void BeginReport(XmlWriter xml, ClosureRecord closure, DayRates rates, int resets, byte[] id, int idLength);

    /// <summary>Writes the Z's end.</summary>
    void EndReport(XmlWriter xml);
}
