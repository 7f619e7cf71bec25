using System;
using Nf.Hal.Buses;

namespace Nf.Hal.Drivers;

/// <summary>NXP SC16IS752 (or SC16IS750 with one channel): UARTs and pins over I2C, for boards with too few of both.</summary>
/// <remarks>
/// After the data sheet "SC16IS752; SC16IS762" Rev. 9. A register's sub-address is its number times 8 plus the channel
/// times 2. Each channel sends from and receives into 64 bytes of its own. A chip that was not there is set up when it is.
/// <code>var bridge = new Sc16is752Bridge(i2c); ISerialLine display = bridge.Line(0, 9600); IOutputPin pin = bridge.Pin(0);</code>
/// </remarks>
public sealed class Sc16is752Bridge
{
    /// <summary>The crystal beside the chip, hertz, as on the usual modules.</summary>
    public const int Crystal = 14745600;

    private const byte Direction = 0x0A;
    private const byte Levels = 0x0B;

    private readonly II2cDevice _i2c;
    private readonly byte[] _subAddress = new byte[1];
    private readonly byte[] _value = new byte[1];
    private readonly byte[] _pair = new byte[2];
    private byte _outputs;
    private byte _levels;

    /// <summary>Takes the chip; it is not asked yet.</summary>
    public Sc16is752Bridge(II2cDevice i2c) => _i2c = i2c;

    /// <summary>A channel as a serial line, 8N1.</summary>
    /// <param name="channel">0 or 1.</param>
    /// <param name="baud">300 to 921,600; 921,600 divided by a whole number.</param>
    public ISerialLine Line(int channel, int baud)
    {
        if (channel < 0 || channel > 1) throw new ArgumentOutOfRangeException("channel");
        return new Sc16is752Line(this, channel, Crystal / 16 / baud);
    }

    /// <summary>A pin of the chip as an output.</summary>
    /// <param name="number">0 to 7.</param>
    public IOutputPin Pin(int number)
    {
        if (number < 0 || number > 7) throw new ArgumentOutOfRangeException("number");
        return new Sc16is752Pin(this, number);
    }

    /// <summary>Reads a register; -1 when the chip does not answer.</summary>
    internal int Get(int channel, int register) => Read(channel, register, _value, 1) ? _value[0] : -1;

    /// <summary>Reads so many bytes from a register.</summary>
    internal bool Read(int channel, int register, byte[] buffer, int count)
    {
        _subAddress[0] = SubAddress(channel, register);
        return _i2c.WriteRead(_subAddress, 1, buffer, count) == I2cStatus.Done;
    }

    /// <summary>Writes a register.</summary>
    internal bool Set(int channel, int register, int value)
    {
        _pair[0] = SubAddress(channel, register);
        _pair[1] = (byte)value;
        return _i2c.Write(_pair, 2) == I2cStatus.Done;
    }

    /// <summary>Sends a frame whose first byte is a sub-address.</summary>
    internal bool Send(byte[] frame, int count) => _i2c.Write(frame, count) == I2cStatus.Done;

    /// <summary>Drives a pin; the level goes out before the pin becomes an output.</summary>
    internal void Drive(int number, bool high)
    {
        byte bit = (byte)(1 << number);
        _levels = (byte)(high ? _levels | bit : _levels & ~bit);
        Set(0, Levels, _levels);
        if ((_outputs & bit) != 0) return;
        byte outputs = (byte)(_outputs | bit);
        if (Set(0, Direction, outputs)) _outputs = outputs;
    }

    /// <summary>The chip was reset: its pins are inputs again, until the next level of each.</summary>
    internal void WasReset() => _outputs = 0;

    internal static byte SubAddress(int channel, int register) => (byte)(register << 3 | channel << 1);
}
