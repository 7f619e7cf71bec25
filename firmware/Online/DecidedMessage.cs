using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Messages;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>What is decided of a day's message from its signature on until its file is whole: a start goes on with it.</summary>
internal sealed class DecidedMessage
{
    private const int Address = ModuleLayout.Outbox + 0x20;
    private const int FirstHalf = ModuleLayout.Outbox + 0x80;
    private const int SecondHalf = ModuleLayout.Outbox + 0x110;
    private const int Length = 2 + 1 + 4 + 4 + 4 + 4 + Sha256.DigestLength;
    private const int Half = RsaKeySize.ModulusLength / 2;

    private readonly CellStore _cells;
    private readonly byte[] _cell = new byte[Length];
    private readonly byte[] _half = new byte[Half];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;
    private int _contentLength;
    private long _utc;

    internal DecidedMessage(CellStore cells)
    {
        _cells = cells;
        _writer = new ByteWriter(_cell);
        _reader = new ByteReader(_cell);
    }

    /// <summary>The day; 0 when nothing is decided.</summary>
    internal int Day { get; private set; }

    /// <summary>Which of the day's files.</summary>
    internal int Attempt { get; private set; }

    /// <summary>When the message is made, seconds since 2000.</summary>
    internal long Moment { get; private set; }

    /// <summary>The certificate that it is signed with, see <see cref="SigningIdentity.Check"/>.</summary>
    internal uint Certificate { get; private set; }

    /// <summary>Reads the cell; once, at start.</summary>
    internal void Load()
    {
        Day = 0;
        if (!_cells.Read(Address, _cell, Length)) return;
        _reader.Seek(0);
        Day = _reader.U16();
        Attempt = _reader.U8();
        Moment = _reader.U32();
        _contentLength = (int)_reader.U32();
        _utc = _reader.U32();
        Certificate = (uint)_reader.U32();
    }

    /// <summary>Decides: None means that a start goes on with this message.</summary>
    internal FiscalError Save(int day, int attempt, long moment, uint certificate, SignedMessage signed)
    {
        FiscalError error = SaveHalf(FirstHalf, signed.Signature, 0);
        if (error == FiscalError.None) error = SaveHalf(SecondHalf, signed.Signature, Half);
        if (error != FiscalError.None) return error;
        Day = day;
        Attempt = attempt;
        Moment = moment;
        Certificate = certificate;
        _contentLength = signed.ContentLength;
        _utc = signed.Utc;
        _writer.Seek(0);
        _writer.U16(day);
        _writer.U8(attempt);
        _writer.U32(moment);
        _writer.U32(_contentLength);
        _writer.U32(_utc);
        _writer.U32(certificate);
        _writer.Bytes(signed.ContentDigest, 0, Sha256.DigestLength);
        return _cells.Write(Address, _cell, Length);
    }

    /// <summary>Gives the signed message what is decided of it.</summary>
    internal FiscalError Resume(SignedMessage signed, IMessageSource source)
    {
        if (!_cells.Read(Address, _cell, Length)) return FiscalError.WorkingMemoryFailed;
        Array.Copy(_cell, Length - Sha256.DigestLength, signed.ContentDigest, 0, Sha256.DigestLength);
        if (!_cells.Read(FirstHalf, _half, Half)) return FiscalError.WorkingMemoryFailed;
        Array.Copy(_half, 0, signed.Signature, 0, Half);
        if (!_cells.Read(SecondHalf, _half, Half)) return FiscalError.WorkingMemoryFailed;
        Array.Copy(_half, 0, signed.Signature, Half, Half);
        return signed.Resume(source, _utc, _contentLength);
    }

    /// <summary>Nothing is decided any more.</summary>
    internal FiscalError Clear()
    {
        Day = 0;
        Array.Clear(_cell, 0, Length);
        return _cells.Write(Address, _cell, Length);
    }

    private FiscalError SaveHalf(int address, byte[] signature, int from)
    {
        Array.Copy(signature, from, _half, 0, Half);
        return _cells.Write(address, _half, Half);
    }
}
