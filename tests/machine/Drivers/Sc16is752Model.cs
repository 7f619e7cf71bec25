using Nf.Hal.Buses;

namespace Nf.Tests.Machine.Drivers;

/// <summary>An SC16IS752 as its I2C pins show it: registers, and per channel the bytes in its queues.</summary>
internal sealed class Sc16is752Model : II2cDevice
{
    private readonly byte[,] _registers = new byte[2, 16];

    /// <summary>False takes the chip from the bus.</summary>
    public bool Connected { get; set; } = true;

    /// <summary>What each channel was told to send and has not sent yet.</summary>
    public Queue<byte>[] Sending { get; } = [new(), new()];

    /// <summary>What each channel received and nobody has read yet.</summary>
    public Queue<byte>[] Received { get; } = [new(), new()];

    /// <summary>The divisor that each channel works with.</summary>
    public int[] Divisor { get; } = new int[2];

    /// <summary>Line control as it was left.</summary>
    public byte LineControl(int channel) => _registers[channel, 3];

    /// <summary>Direction and levels of the pins.</summary>
    public (byte Outputs, byte Levels) Pins => (_registers[0, 0x0A], _registers[0, 0x0B]);

    /// <summary>Its RESET pin, or power.</summary>
    public void Reset()
    {
        Array.Clear(_registers);
        foreach (var queue in Sending.Concat(Received)) queue.Clear();
    }

    public I2cStatus Write(byte[] buffer, int count)
    {
        if (!Connected) return I2cStatus.AddressNotAcknowledged;
        var (channel, register) = At(buffer[0]);
        for (var i = 1; i < count; i++) Put(channel, register, buffer[i]);
        return I2cStatus.Done;
    }

    public I2cStatus WriteRead(byte[] write, int writeCount, byte[] read, int readCount)
    {
        if (!Connected) return I2cStatus.AddressNotAcknowledged;
        var (channel, register) = At(write[0]);
        for (var i = 0; i < readCount; i++) read[i] = Get(channel, register);
        return I2cStatus.Done;
    }

    private static (int Channel, int Register) At(byte subAddress) => (subAddress >> 1 & 3, subAddress >> 3);

    private bool Latched(int channel) => (_registers[channel, 3] & 0x80) != 0;

    private void Put(int channel, int register, byte value)
    {
        if (register == 0 && Latched(channel)) Divisor[channel] = Divisor[channel] & 0xFF00 | value;
        else if (register == 1 && Latched(channel)) Divisor[channel] = Divisor[channel] & 0xFF | value << 8;
        else if (register != 0) _registers[channel, register] = value;
        else if (Sending[channel].Count < 64) Sending[channel].Enqueue(value);
        else Assert.Fail("sent into a full queue");
    }

    private byte Get(int channel, int register) => register switch
    {
        0 => Received[channel].Dequeue(),
        8 => (byte)(64 - Sending[channel].Count),
        9 => (byte)Received[channel].Count,
        _ => _registers[channel, register],
    };
}
