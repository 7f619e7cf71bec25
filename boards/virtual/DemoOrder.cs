using Nf.Firmware;
using Nf.Firmware.Day;

namespace Nf.Boards.Virtual;

/// <summary>The shop that the virtual register belongs to; nobody can take it for a real one.</summary>
public static class DemoOrder
{
    /// <summary>What a technician would enter; the same as of the emulator's demo shop.</summary>
    public static FiscalisationOrder New()
    {
        var order = new FiscalisationOrder();
        order.Identity.Series = "1234567890";
        order.Identity.SerialNumber = "NF00000001";
        order.Identity.FiscalCode = "RO99999991";
        order.Identity.VatPayer = true;
        order.Header.Set(new string[] { "MAGAZIN DEMO SRL", "STR. EXEMPLULUI NR. 0", "LOC. DEMO, JUD. EXEMPLU" });
        order.Groups.Set(0, VatGroupKind.Rate, 2100);
        order.Groups.Set(1, VatGroupKind.Rate, 1100);
        order.Groups.Set(2, VatGroupKind.Rate, 900);
        order.Groups.Set(3, VatGroupKind.Rate, 0);
        order.Groups.Set(4, VatGroupKind.Exempt, 0);
        return order;
    }
}
