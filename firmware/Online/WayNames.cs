using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>What a way out is called on paper.</summary>
internal static class WayNames
{
    internal static string Of(LinkKind kind)
    {
        switch (kind)
        {
            case LinkKind.Cellular: return "GSM";
            case LinkKind.Ethernet: return "ETHERNET";
            default: return "WI-FI";
        }
    }
}
