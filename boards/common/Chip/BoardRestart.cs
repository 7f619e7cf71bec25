using nanoFramework.Runtime.Native;
using Nf.Hal.Devices;

namespace Nf.Boards.Chip;

/// <summary>Restarts the chip, runtime and all.</summary>
public sealed class BoardRestart : IRestart
{
    /// <inheritdoc/>
    public void Restart() => Power.RebootDevice(RebootOption.NormalReboot);
}
