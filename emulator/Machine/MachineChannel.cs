using Nf.Emulator.Host;

namespace Nf.Emulator.Machine;

/// <summary>The host's end of the line to a machine in this process: waiting for an answer is what runs the machine.</summary>
public sealed class MachineChannel(RegisterMachine machine) : IHostChannel
{
    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> bytes) => machine.Receive(bytes);

    /// <inheritdoc/>
    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        machine.RunUntil(() => machine.Hardware.HostWire.DeviceAvailable > 0, (long)silence.TotalMicroseconds);
        count = machine.Take(buffer);
        return count > 0;
    }
}
