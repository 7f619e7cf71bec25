namespace Nf.Hal.Devices;

/// <summary>Thirty-two random bytes that were put into the chip when the register was made and never leave it.</summary>
/// <remarks>
/// One-time fuses or a key slot of the processor hold them. What a software module keeps in another chip is encrypted
/// with keys made from them, so that the other chip alone tells nothing.
/// </remarks>
public interface IDeviceSecret
{
    /// <summary>Reads the secret into the first <see cref="DeviceSecretSize.Length"/> bytes; the caller wipes them.</summary>
    DeviceResult Read(byte[] buffer);
}
