using System;
using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>The POS program: one frame at a time, and the answer to it (Datecs protocol, fiscal printers' form).</summary>
public sealed class ScriptHost : IHostLine
{
    private const byte First = 0x01;
    private const byte EndOfData = 0x05;
    private const byte Last = 0x03;
    private const int HeadLength = 10;
    private const byte LowestSequence = 0x20;

    private readonly byte[] _frame = new byte[512];
    private readonly byte[] _answer = new byte[512];
    private int _length;
    private int _sent;
    private int _received;
    private byte _sequence = LowestSequence - 1;

    /// <summary>The answer is there, whole.</summary>
    public bool IsAnswered => _received > 0 && _answer[_received - 1] == Last;

    /// <summary>The answer's first field is 0: done.</summary>
    public bool IsDone => IsAnswered && _answer[HeadLength] == '0';

    /// <summary>The answer's first field: 0, or the error's number.</summary>
    public string Result
    {
        get
        {
            int end = HeadLength;
            while (end < _received && (_answer[end] == '-' || _answer[end] >= '0' && _answer[end] <= '9')) end++;
            char[] digits = new char[end - HeadLength];
            for (int i = 0; i < digits.Length; i++) digits[i] = (char)_answer[HeadLength + i];
            return new string(digits);
        }
    }

    /// <summary>Begins a command: <c>01 LEN SEQ CMD DATA 05 BCC 03</c>.</summary>
    /// <param name="command">Its number.</param>
    /// <param name="data">Its fields, each followed by TAB.</param>
    public void Send(int command, string data)
    {
        _sequence = _sequence == 0xFF ? LowestSequence : (byte)(_sequence + 1);
        _length = 0;
        _frame[_length++] = First;
        AddWord(data.Length + HeadLength + 0x20);
        _frame[_length++] = _sequence;
        AddWord(command);
        for (int i = 0; i < data.Length; i++) _frame[_length++] = Windows1250.Byte(data[i]);
        _frame[_length++] = EndOfData;
        int sum = 0;
        for (int i = 1; i < _length; i++) sum += _frame[i];
        AddWord(sum);
        _frame[_length++] = Last;
        _sent = 0;
        _received = 0;
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int taken = count < _length - _sent ? count : _length - _sent;
        Array.Copy(_frame, _sent, buffer, offset, taken);
        _sent += taken;
        return taken;
    }

    /// <inheritdoc/>
    /// <remarks>Bytes before an answer are requests for patience.</remarks>
    public int Write(byte[] buffer, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
        {
            if (_received > 0 || buffer[i] == First) _answer[_received++] = buffer[i];
        }

        return count;
    }

    private void AddWord(int value)
    {
        for (int shift = 12; shift >= 0; shift -= 4) _frame[_length++] = (byte)(0x30 | value >> shift & 0x0F);
    }
}
