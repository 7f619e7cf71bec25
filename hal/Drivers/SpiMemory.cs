using System;
using Nf.Hal.Buses;

namespace Nf.Hal.Drivers;

/// <summary>What serial memories of every make share: one-byte commands, 24-bit addresses, READ and RDID.</summary>
internal sealed class SpiMemory
{
    /// <summary>Bytes read in one transaction at most.</summary>
    private const int ReadChunk = 256;

    private const int HeaderSize = 4;
    private const byte ReadData = 0x03;
    private const byte ReadStatus = 0x05;
    private const byte WriteEnable = 0x06;
    private const byte ReadIdentity = 0x9F;
    private const int IdentitySize = 4;

    private readonly ISpiDevice _spi;
    private readonly byte[] _frame;
    private readonly byte[] _answer = new byte[HeaderSize + ReadChunk];

    /// <summary>Reserves the frames.</summary>
    /// <param name="largestWrite">Data bytes of the longest write, at least 256.</param>
    public SpiMemory(ISpiDevice spi, int largestWrite)
    {
        _spi = spi;
        _frame = new byte[HeaderSize + largestWrite];
    }

    /// <summary>
    /// The read before may have met a dead wire: one that dies during a read leaves its idle level in the last byte.
    /// Data can look the same, so the chip's identity decides.
    /// </summary>
    public bool EndedIdle { get; private set; }

    /// <summary>RDID 9Fh: the four identity bytes, first byte in the upper eight bits.</summary>
    public uint Identity()
    {
        _frame[0] = ReadIdentity;
        _spi.Transfer(_frame, _answer, 1 + IdentitySize);
        return (uint)((_answer[1] << 24) | (_answer[2] << 16) | (_answer[3] << 8) | _answer[4]);
    }

    /// <summary>READ STATUS 05h.</summary>
    public byte Status()
    {
        _frame[0] = ReadStatus;
        _spi.Transfer(_frame, _answer, 2);
        return _answer[1];
    }

    /// <summary>WRITE ENABLE 06h.</summary>
    public void EnableWrite()
    {
        _frame[0] = WriteEnable;
        _spi.Write(_frame, 1);
    }

    /// <summary>READ 03h, in as many transactions as it takes.</summary>
    public void Read(int address, byte[] buffer, int offset, int count)
    {
        EndedIdle = false;
        while (count > 0)
        {
            int chunk = count < ReadChunk ? count : ReadChunk;
            Fetch(address, chunk);
            Array.Copy(_answer, HeaderSize, buffer, offset, chunk);
            address += chunk;
            offset += chunk;
            count -= chunk;
        }
    }

    /// <summary>READ 03h: the memory holds these bytes; 1 to 256 of them.</summary>
    public bool Holds(int address, byte[] buffer, int offset, int count)
    {
        Fetch(address, count);
        for (int i = 0; i < count; i++)
        {
            if (_answer[HeaderSize + i] != buffer[offset + i]) return false;
        }

        return true;
    }

    /// <summary>One transaction: command, address, data.</summary>
    public void Write(byte command, int address, byte[] buffer, int offset, int count)
    {
        Array.Copy(buffer, offset, _frame, HeaderSize, count);
        PutHeader(command, address);
        _spi.Write(_frame, HeaderSize + count);
    }

    /// <summary>Refuses addresses outside the memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Address and count leave the memory.</exception>
    public static void CheckRange(int address, int count, int capacity)
    {
        if (address < 0) throw new ArgumentOutOfRangeException("address");
        if (count < 0 || address > capacity - count) throw new ArgumentOutOfRangeException("count");
    }

    private void Fetch(int address, int count)
    {
        PutHeader(ReadData, address);
        _spi.Transfer(_frame, _answer, HeaderSize + count);
        byte last = _answer[HeaderSize + count - 1];
        EndedIdle = last == 0xFF || last == 0x00;
    }

    private void PutHeader(byte command, int address)
    {
        _frame[0] = command;
        _frame[1] = (byte)(address >> 16);
        _frame[2] = (byte)(address >> 8);
        _frame[3] = (byte)address;
    }
}
