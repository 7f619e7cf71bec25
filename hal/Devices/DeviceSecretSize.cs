namespace Nf.Hal.Devices;

/// <summary>Size of the device secret.</summary>
public static class DeviceSecretSize
{
    /// <summary>Bytes.</summary>
    public const int Length = 32;
}
