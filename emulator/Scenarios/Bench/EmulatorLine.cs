using Nf.Emulator.Host;
using Nf.Emulator.Machine;

namespace Nf.Emulator.Scenarios.Bench;

/// <summary>The host line to a machine whose power may go: then nothing is heard on it.</summary>
internal sealed class EmulatorLine(RegisterMachine machine, EmulatorPower power) : IHostChannel
{
    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        if (power.IsOn) machine.Receive(bytes);
    }

    /// <inheritdoc/>
    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        power.Run(() => machine.Hardware.HostWire.DeviceAvailable > 0, silence);
        count = machine.Take(buffer);
        return count > 0;
    }
}
