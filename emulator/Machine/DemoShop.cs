using Nf.Firmware;
using Nf.Firmware.Day;

namespace Nf.Emulator.Machine;

/// <summary>The shop that a new emulated register belongs to; nobody can take it for a real one.</summary>
public static class DemoShop
{
    /// <summary>A number of the national registry's form whose check digit holds.</summary>
    public const string Series = "1234567890";

    /// <summary>The first lines of every document.</summary>
    public static IReadOnlyList<string> HeaderLines { get; } = ["MAGAZIN DEMO SRL", "STR. EXEMPLULUI NR. 0", "LOC. DEMO, JUD. EXEMPLU"];

    /// <summary>What a technician would enter.</summary>
    public static FiscalisationOrder Order()
    {
        var order = new FiscalisationOrder();
        order.Identity.Series = Series;
        order.Identity.SerialNumber = "NF00000001";
        order.Identity.FiscalCode = "RO99999991";
        order.Identity.VatPayer = true;
        order.Header.Set([.. HeaderLines]);
        order.Groups.Set(0, VatGroupKind.Rate, 2100);
        order.Groups.Set(1, VatGroupKind.Rate, 1100);
        order.Groups.Set(2, VatGroupKind.Rate, 900);
        order.Groups.Set(3, VatGroupKind.Rate, 0);
        order.Groups.Set(4, VatGroupKind.Exempt, 0);
        return order;
    }
}
