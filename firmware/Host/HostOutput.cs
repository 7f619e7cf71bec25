using Nf.Firmware.Checks;
using Nf.Hal.Devices;

namespace Nf.Firmware.Host;

/// <summary>What the register has to say and the line has not taken yet.</summary>
internal sealed class HostOutput
{
    private const int AnswerSize = FrameBytes.MaxData + FrameBytes.AnswerOverhead;

    /// <summary>One answer, and before it at most one single byte.</summary>
    private readonly byte[] _buffer = new byte[AnswerSize + 1];
    private readonly IHostLine _line;
    private int _sent;
    private int _count;

    public HostOutput(IHostLine line) => _line = line;

    /// <summary>The line has taken everything.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Offers the line what is left.</summary>
    /// <returns>True when it took some.</returns>
    public bool Flush()
    {
        if (IsEmpty) return false;
        int taken = _line.Write(_buffer, _sent, _count - _sent);
        _sent += taken;
        if (_sent == _count)
        {
            _sent = 0;
            _count = 0;
        }

        return taken > 0;
    }

    /// <summary>Sends NAK or SYN. Only while nothing waits.</summary>
    public void Send(byte single)
    {
        _buffer[_count++] = single;
        Flush();
    }

    /// <summary>Sends an answer; at most a single byte waits before it.</summary>
    public void Send(byte sequence, int command, byte[] data, int length, byte[] status)
    {
        int at = _count;
        int summedLength = length + FrameBytes.AnswerOverhead - 6;
        _buffer[at] = FrameBytes.Start;
        FrameBytes.WriteWord(_buffer, at + 1, summedLength + FrameBytes.LengthOffset);
        _buffer[at + 5] = sequence;
        FrameBytes.WriteWord(_buffer, at + 6, command);
        System.Array.Copy(data, 0, _buffer, at + FrameBytes.DataOffset, length);
        int end = at + FrameBytes.DataOffset + length;
        _buffer[end] = FrameBytes.BeforeStatus;
        System.Array.Copy(status, 0, _buffer, end + 1, FrameBytes.StatusLength);
        end += 1 + FrameBytes.StatusLength;
        _buffer[end] = FrameBytes.EndOfSummed;
        FrameBytes.WriteWord(_buffer, end + 1, ByteSum.Of(_buffer, at + 1, summedLength));
        _buffer[end + 5] = FrameBytes.End;
        _count = end + 6;
        Flush();
    }
}
