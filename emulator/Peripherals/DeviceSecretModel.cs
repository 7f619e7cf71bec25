using System.Security.Cryptography;
using Nf.Hal.Devices;

namespace Nf.Emulator.Peripherals;

/// <summary>The chip's fuses with the device secret.</summary>
/// <param name="secret"><see cref="DeviceSecretSize.Length"/> bytes; null for fuses that nobody has burnt.</param>
public sealed class DeviceSecretModel(byte[]? secret) : IDeviceSecret
{
    /// <summary>A chip with a secret of its own.</summary>
    public static DeviceSecretModel New() => new(RandomNumberGenerator.GetBytes(DeviceSecretSize.Length));

    /// <inheritdoc/>
    public DeviceResult Read(byte[] buffer)
    {
        if (secret is null) return DeviceResult.Failed;
        secret.CopyTo(buffer, 0);
        return DeviceResult.Ok;
    }
}
