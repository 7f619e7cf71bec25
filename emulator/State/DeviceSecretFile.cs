using System.Security.Cryptography;
using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;

namespace Nf.Emulator.State;

/// <summary>The file with the secret of the register's chip: what on a board stays in its fuses.</summary>
internal static class DeviceSecretFile
{
    /// <summary>The secret, made at the register's first start.</summary>
    /// <exception cref="StateException">The file has another size.</exception>
    public static DeviceSecretModel Open(string path)
    {
        if (!File.Exists(path)) SafeFile.Replace(path, RandomNumberGenerator.GetBytes(DeviceSecretSize.Length));
        return Look(path);
    }

    /// <summary>The secret of a register that is only looked at; blank fuses where it has none yet.</summary>
    /// <exception cref="StateException">The file has another size.</exception>
    public static DeviceSecretModel Look(string path)
    {
        if (!File.Exists(path)) return new DeviceSecretModel(null);
        var secret = File.ReadAllBytes(path);
        if (secret.Length == DeviceSecretSize.Length) return new DeviceSecretModel(secret);
        throw new StateException(StateProblem.Damaged,
            $"{path} has {secret.Length} bytes instead of {DeviceSecretSize.Length}: put a copy of the right size back; without it the register's keys are lost, and it needs new ones");
    }
}
