using System;
using Nf.Hal.Buses;

namespace Nf.Hal.Drivers;

/// <summary>One channel of a <see cref="Sc16is752Bridge"/>.</summary>
/// <remarks>Its scratch register holds a mark while it is set up: a chip that was reset or changed has lost it.</remarks>
internal sealed class Sc16is752Line : ISerialLine
{
    private const int Fifo = 64;
    private const int Data = 0x00;
    private const int DivisorHigh = 0x01;
    private const int FifoControl = 0x02;
    private const int LineControl = 0x03;
    private const int Scratch = 0x07;
    private const int RoomToSend = 0x08;
    private const int Received = 0x09;

    private const int DivisorLatch = 0x80;
    private const int EightBits = 0x03;
    private const int FifosOnAndEmpty = 0x07;
    private const int Mark = 0xA5;

    private readonly Sc16is752Bridge _bridge;
    private readonly int _channel;
    private readonly int _divisor;
    private readonly byte[] _sent = new byte[Fifo + 1];
    private readonly byte[] _got = new byte[Fifo];

    internal Sc16is752Line(Sc16is752Bridge bridge, int channel, int divisor)
    {
        _bridge = bridge;
        _channel = channel;
        _divisor = divisor;
    }

    /// <inheritdoc/>
    public int Available => IsSetUp() ? Count(Received) : 0;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int there = Available;
        if (count > there) count = there;
        if (count == 0 || !_bridge.Read(_channel, Data, _got, count)) return 0;
        Array.Copy(_got, 0, buffer, offset, count);
        return count;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        int room = IsSetUp() ? Count(RoomToSend) : 0;
        if (count > room) count = room;
        if (count == 0) return 0;
        _sent[0] = Sc16is752Bridge.SubAddress(_channel, Data);
        Array.Copy(buffer, offset, _sent, 1, count);
        return _bridge.Send(_sent, count + 1) ? count : 0;
    }

    private int Count(int register)
    {
        int count = _bridge.Get(_channel, register);
        return count < 0 || count > Fifo ? 0 : count;
    }

    private bool IsSetUp()
    {
        int scratch = _bridge.Get(_channel, Scratch);
        if (scratch < 0) return false;
        if (scratch == Mark) return true;
        _bridge.WasReset();
        return SetUp();
    }

    private bool SetUp() =>
        _bridge.Set(_channel, LineControl, DivisorLatch)
        && _bridge.Set(_channel, Data, _divisor & 0xFF)
        && _bridge.Set(_channel, DivisorHigh, _divisor >> 8)
        && _bridge.Set(_channel, LineControl, EightBits)
        && _bridge.Set(_channel, FifoControl, FifosOnAndEmpty)
        && _bridge.Set(_channel, Scratch, Mark);
}
