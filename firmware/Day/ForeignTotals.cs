using Nf.Firmware.Bytes;
using Nf.Firmware.Money;

namespace Nf.Firmware.Day;

/// <summary>The day's sums in foreign currency, all in hundredths of it: one currency, at one rate, in a day.</summary>
public sealed class ForeignTotals
{
    /// <summary>Bytes of the saved form.</summary>
    public const int SavedLength = ForeignCurrency.SavedLength + 8 + 2 * Tally.SavedLength;

    /// <summary>The currency of these sums; not set while there are none.</summary>
    public ForeignCurrency Currency { get; } = new ForeignCurrency();

    /// <summary>What buyers paid, change in the currency already taken off.</summary>
    public long Paid { get; private set; }

    public Tally ServiceIn { get; } = new Tally();

    public Tally ServiceOut { get; } = new Tally();

    /// <summary>What must be in the drawer.</summary>
    public long Drawer => ServiceIn.Sum - ServiceOut.Sum + Paid;

    /// <summary>Adds what an issued receipt was paid with.</summary>
    public void AddPayment(ForeignCurrency currency, long hundredths)
    {
        Currency.CopyFrom(currency);
        Paid += hundredths;
    }

    /// <summary>Cash put in or taken out outside sales.</summary>
    /// <param name="currency">What it is.</param>
    /// <param name="hundredths">Negative when taken out.</param>
    public void Move(ForeignCurrency currency, long hundredths)
    {
        Currency.CopyFrom(currency);
        if (hundredths >= 0) ServiceIn.Add(hundredths);
        else ServiceOut.Add(-hundredths);
    }

    public void Clear()
    {
        Currency.Clear();
        Paid = 0;
        ServiceIn.Clear();
        ServiceOut.Clear();
    }

    public void Save(ByteWriter writer)
    {
        Currency.Save(writer);
        writer.I64(Paid);
        ServiceIn.Save(writer);
        ServiceOut.Save(writer);
    }

    public void Load(ByteReader reader)
    {
        Currency.Load(reader);
        Paid = reader.I64();
        ServiceIn.Load(reader);
        ServiceOut.Load(reader);
    }
}
