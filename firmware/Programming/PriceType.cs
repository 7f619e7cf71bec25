namespace Nf.Firmware.Programming;

/// <summary>What a host may say about an article's price when it sells it; numbered as the host protocol numbers it.</summary>
public enum PriceType
{
    /// <summary>Always the programmed price.</summary>
    Fixed = 0,

    /// <summary>Any price; the programmed one when none is given.</summary>
    Free = 1,

    /// <summary>At most the programmed price.</summary>
    Maximum = 2,
}
