using Nf.Emulator.Host;
using Nf.Emulator.Rig.Lines;

namespace Nf.Emulator.Rig;

/// <summary>The POS program's end of the rig's host line; waiting on it lets the models run.</summary>
internal sealed class RigChannel(RigMachine machine, RigLines lines) : IHostChannel
{
    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        // Noise that came since the last answer is none to this.
        lines.Host.Wire.DropUnread();
        lines.Host.Wire.DeviceWrite(bytes);
        machine.LastSent = lines.Now;
    }

    /// <inheritdoc/>
    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        machine.Run(() => lines.Host.Wire.DeviceAvailable > 0, silence);
        count = lines.Host.Wire.DeviceRead(buffer);
        return count > 0;
    }
}
