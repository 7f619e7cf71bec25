using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>Writes a file of the journal's card that may have been begun: what is there is compared, what is missing is added.</summary>
/// <remarks>JournalDamaged: what is there is not what is written. After an error begin anew.</remarks>
internal sealed class CardFileSink : IByteSink
{
    private const int ChunkLength = 512;

    private readonly IJournalMedium _medium;
    private readonly byte[] _chunk = new byte[ChunkLength];
    private readonly byte[] _found = new byte[ChunkLength];
    private string _name;
    private int _position;
    private int _present;
    private int _filled;

    internal CardFileSink(IJournalMedium medium) => _medium = medium;

    internal FiscalError Begin(string name)
    {
        _name = name;
        _position = 0;
        _filled = 0;
        if (!_medium.Present) return FiscalError.JournalMissing;
        _present = _medium.Length(name);
        if (_present < 0) _present = 0;
        return FiscalError.None;
    }

    /// <inheritdoc/>
    public FiscalError Write(byte[] bytes, int offset, int count)
    {
        while (count > 0)
        {
            int part = ChunkLength - _filled < count ? ChunkLength - _filled : count;
            Array.Copy(bytes, offset, _chunk, _filled, part);
            _filled += part;
            offset += part;
            count -= part;
            FiscalError error = _filled == ChunkLength ? Flush() : FiscalError.None;
            if (error != FiscalError.None) return error;
        }

        return FiscalError.None;
    }

    /// <summary>Writes what is left of the last chunk.</summary>
    internal FiscalError Flush()
    {
        int known = _present - _position;
        if (known > _filled) known = _filled;
        if (known < 0) known = 0;
        FiscalError error = known > 0 ? Compare(known) : FiscalError.None;
        if (error == FiscalError.None && known < _filled) error = Said(_medium.Append(_name, _chunk, known, _filled - known));
        _position += _filled;
        _filled = 0;
        return error;
    }

    private FiscalError Compare(int count)
    {
        if (_medium.Read(_name, _position, _found, 0, count) != DeviceResult.Ok)
            return _medium.Present ? FiscalError.JournalDamaged : FiscalError.JournalMissing;
        for (int i = 0; i < count; i++)
            if (_found[i] != _chunk[i]) return FiscalError.JournalDamaged;
        return FiscalError.None;
    }

    private FiscalError Said(DeviceResult result)
    {
        switch (result)
        {
            case DeviceResult.Ok: return FiscalError.None;
            case DeviceResult.Full: return FiscalError.JournalFull;
            default: return _medium.Present ? FiscalError.JournalWriteFailed : FiscalError.JournalMissing;
        }
    }
}
