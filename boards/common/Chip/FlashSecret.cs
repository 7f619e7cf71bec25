using System;
using System.IO;
using Nf.Hal.Devices;

namespace Nf.Boards.Chip;

/// <summary>The device secret in a file on the chip's own flash, made at the first start.</summary>
/// <remarks>
/// The runtime offers no one-time fuses and no key slot, and its images do not encrypt the flash: who reads the flash out
/// has the secret. It keeps apart what is in two chips and no more. When the runtime cannot mount the flash's file system
/// it makes a new one; the secret is gone then and the keys with it, and a technician connects the register again.
/// </remarks>
public sealed class FlashSecret : IDeviceSecret
{
    private const string Path = "I:\\nf-secret.bin";

    private readonly IRandomSource _random;

    /// <param name="random">Where a new secret comes from.</param>
    public FlashSecret(IRandomSource random) => _random = random;

    /// <inheritdoc/>
    public DeviceResult Read(byte[] buffer)
    {
        try
        {
            byte[] kept = File.Exists(Path) ? File.ReadAllBytes(Path) : null;
            // A power cut while it is made leaves an empty file, and no key was sealed with it yet.
            if (kept == null || kept.Length == 0) kept = Make();
            if (kept == null || kept.Length != DeviceSecretSize.Length) return DeviceResult.Failed;
            Array.Copy(kept, buffer, DeviceSecretSize.Length);
            Array.Clear(kept, 0, kept.Length);
            return DeviceResult.Ok;
        }
        catch (Exception)
        {
            return DeviceResult.Failed;
        }
    }

    private byte[] Make()
    {
        var secret = new byte[DeviceSecretSize.Length];
        if (_random.Read(secret, 0, secret.Length) != DeviceResult.Ok) return null;
        File.WriteAllBytes(Path, secret);
        return secret;
    }
}
