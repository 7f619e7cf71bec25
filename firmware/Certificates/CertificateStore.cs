using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Hal.Devices;

namespace Nf.Firmware.Certificates;

/// <summary>Certificates in the online module's memory: four objects, each replaced whole or not at all whenever power fails.</summary>
/// <remarks>
/// An object is certificates in DER, one behind the other. It has two halves: a new one is written into the half that is not
/// in force, and its header, written last, makes it the newer. docs/reference/certificates.md has the bytes.
/// </remarks>
public sealed class CertificateStore
{
    /// <summary>The register's own certificate and those between it and the authority: places 0 and 1.</summary>
    public const int Own = 0;

    /// <summary>ANAF's certificate and its authorities: places 2 and 3.</summary>
    public const int Authorities = 2;

    /// <summary>Objects.</summary>
    public const int Places = 4;

    /// <summary>The longest object, bytes.</summary>
    public const int MaxLength = HalfSize - HeaderSize;

    private const int HalfSize = 0x2000;
    private const int HeaderSize = 16;
    private const int HeaderLength = 14;
    private const int PieceLength = 256;

    private readonly IWorkingMemory _memory;
    private readonly byte[] _header = new byte[HeaderLength];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;
    private int _length;
    private long _number;
    private long _crc;

    /// <param name="memory">The module's memory.</param>
    public CertificateStore(IWorkingMemory memory)
    {
        _memory = memory;
        _writer = new ByteWriter(_header);
        _reader = new ByteReader(_header);
    }

    /// <summary>Replaces an object. None means that it reads back so after any restart; else the old one is there as before.</summary>
    /// <param name="place"><see cref="Own"/> or <see cref="Authorities"/>, plus 0 or 1.</param>
    /// <param name="data">The certificates.</param>
    /// <param name="count">Their bytes.</param>
    /// <returns>CertificateTooLarge, WorkingMemoryFailed.</returns>
    public FiscalError Replace(int place, byte[] data, int count)
    {
        if (count < 1 || count > MaxLength) return FiscalError.CertificateTooLarge;
        int old = Newer(place);
        long number = old < 0 ? 1 : _number + 1;
        int half = old == 0 ? 1 : 0;
        FiscalError error = Write(Address(place, half) + HeaderSize, data, count);
        if (error != FiscalError.None) return error;
        _writer.Seek(0);
        _writer.U16(count);
        _writer.U32(number);
        _writer.U32(Crc(data, count));
        _writer.U32(MemoryCheck.Of(_header, 0, _writer.Position));
        return Write(Address(place, half), _header, HeaderLength);
    }

    /// <summary>Forgets an object.</summary>
    public FiscalError Erase(int place)
    {
        int newer = Newer(place);
        if (newer < 0) return FiscalError.None;
        Array.Clear(_header, 0, HeaderLength);
        FiscalError error = Write(Address(place, 1 - newer), _header, HeaderLength);
        return error == FiscalError.None ? Write(Address(place, newer), _header, HeaderLength) : error;
    }

    /// <summary>Bytes of an object; 0 when there is none.</summary>
    public int Length(int place) => Newer(place) < 0 ? 0 : _length;

    /// <summary>Reads an object.</summary>
    /// <param name="place">Which one.</param>
    /// <param name="buffer">Takes it from its first byte on.</param>
    /// <param name="count">Its bytes.</param>
    /// <returns>CertificateMissing, also when its memory is damaged; CertificateTooLarge when the buffer is too short.</returns>
    public FiscalError Read(int place, byte[] buffer, out int count)
    {
        count = 0;
        int half = Newer(place);
        if (half < 0) return FiscalError.CertificateMissing;
        if (_length > buffer.Length) return FiscalError.CertificateTooLarge;
        if (_memory.Read(Address(place, half) + HeaderSize, buffer, 0, _length) != DeviceResult.Ok) return FiscalError.WorkingMemoryFailed;
        if (Crc(buffer, _length) != _crc) return FiscalError.CertificateMissing;
        count = _length;
        return FiscalError.None;
    }

    private static uint Crc(byte[] data, int count) => Crc32.Finish(Crc32.Add(Crc32.Start, data, 0, count));

    private static int Address(int place, int half) => ModuleLayout.Certificates + (2 * place + half) * HalfSize;

    /// <summary>The half in force, whose header is then the one that was read last; -1 for none.</summary>
    private int Newer(int place)
    {
        bool hasFirst = ReadHeader(place, 0);
        long first = _number;
        bool hasSecond = ReadHeader(place, 1);
        if (hasSecond && (!hasFirst || _number > first)) return 1;
        return hasFirst && ReadHeader(place, 0) ? 0 : -1;
    }

    private bool ReadHeader(int place, int half)
    {
        if (_memory.Read(Address(place, half), _header, 0, HeaderLength) != DeviceResult.Ok) return false;
        _reader.Seek(0);
        _length = _reader.U16();
        _number = _reader.U32();
        _crc = _reader.U32();
        uint check = MemoryCheck.Of(_header, 0, _reader.Position);
        return _reader.U32() == check && _length >= 1 && _length <= MaxLength;
    }

    /// <summary>In pieces that any driver takes at once; a header is one piece.</summary>
    private FiscalError Write(int address, byte[] data, int count)
    {
        for (int at = 0; at < count; at += PieceLength)
        {
            int piece = count - at < PieceLength ? count - at : PieceLength;
            if (_memory.Write(address + at, data, at, piece) != DeviceResult.Ok) return FiscalError.WorkingMemoryFailed;
        }

        return FiscalError.None;
    }
}
