using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>A link's fault as the register's error.</summary>
internal static class NetworkErrors
{
    internal static FiscalError Of(LinkFault fault) => fault switch
    {
        LinkFault.None => FiscalError.None,
        LinkFault.SimMissing => FiscalError.SimMissing,
        LinkFault.PinNeeded => FiscalError.SimPinNeeded,
        LinkFault.PinRefused => FiscalError.SimPinRefused,
        LinkFault.SimBlocked => FiscalError.SimBlocked,
        LinkFault.NotRegistered => FiscalError.OperatorNotFound,
        LinkFault.AccessPointRefused => FiscalError.AccessPointRefused,
        LinkFault.CableMissing => FiscalError.CableMissing,
        LinkFault.NetworkMissing => FiscalError.WifiMissing,
        LinkFault.NetworkRefused => FiscalError.WifiRefused,
        LinkFault.NoAddress => FiscalError.AddressMissing,
        _ => FiscalError.LinkNotConnected,
    };
}
