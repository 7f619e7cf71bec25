namespace Nf.Firmware.Day;

/// <summary>What a VAT group stands for. The values stand in the fiscal memory and never change.</summary>
public enum VatGroupKind
{
    /// <summary>Nothing may be sold in it.</summary>
    Unused = 0,

    /// <summary>Sales bear the group's rate, 0 % included.</summary>
    Rate = 1,

    /// <summary>Sales are exempt from VAT (norms, art. 56 (1) j)).</summary>
    Exempt = 2,

    /// <summary>Taxes outside the VAT base (norms, art. 56 (1) k)); only group F is that, and always.</summary>
    OtherTax = 3,
}
