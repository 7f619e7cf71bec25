using System;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>Reads a file of the journal, or a part of it, line by line, a chunk of the medium at a time.</summary>
internal sealed class JournalLines
{
    private const int BufferLength = 768;
    private const int ChunkLength = 512;
    private const byte LineFeed = 10;

    private readonly IJournalMedium _medium;
    private string _file;
    private int _position;
    private int _end;
    private int _start;
    private int _filled;

    internal JournalLines(IJournalMedium medium) => _medium = medium;

    /// <summary>The buffer that the line read last is in.</summary>
    internal byte[] Buffer { get; private set; }

    /// <summary>Where the line starts in <see cref="Buffer"/>.</summary>
    internal int Offset { get; private set; }

    /// <summary>Bytes of the line, without its line feed.</summary>
    internal int Length { get; private set; }

    /// <summary>Opens a file, or a part of it.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="start">First byte.</param>
    /// <param name="count">How many bytes; -1 for all to the end.</param>
    /// <returns>JournalMissing without a medium, JournalDayAbsent when it has no such file.</returns>
    internal FiscalError Open(string file, int start, int count)
    {
        if (Buffer == null) Buffer = new byte[BufferLength];
        _file = file;
        _position = start;
        _start = 0;
        _filled = 0;
        Length = 0;
        if (!_medium.Present) return FiscalError.JournalMissing;
        int length = _medium.Length(_file);
        _end = count < 0 ? length : start + count;
        return length < 0 || _end > length ? FiscalError.JournalDayAbsent : FiscalError.None;
    }

    /// <summary>Reads the next line.</summary>
    /// <param name="isEnd">There is none.</param>
    internal FiscalError Next(out bool isEnd)
    {
        isEnd = false;
        int feed = Feed();
        while (feed < 0 && _position < _end)
        {
            FiscalError error = Fill();
            if (error != FiscalError.None) return error;
            feed = Feed();
        }

        isEnd = feed < 0;
        // What a lost working memory left torn has no line feed and no line follows it.
        if (isEnd) return _start < _filled ? FiscalError.JournalDamaged : FiscalError.None;
        Offset = _start;
        Length = feed - _start;
        _start = feed + 1;
        return FiscalError.None;
    }

    private int Feed()
    {
        for (int i = _start; i < _filled; i++)
            if (Buffer[i] == LineFeed) return i;
        return -1;
    }

    private FiscalError Fill()
    {
        Array.Copy(Buffer, _start, Buffer, 0, _filled - _start);
        _filled -= _start;
        _start = 0;
        int count = _end - _position < ChunkLength ? _end - _position : ChunkLength;
        if (_filled + count > BufferLength) return FiscalError.JournalDamaged;
        if (_medium.Read(_file, _position, Buffer, _filled, count) != DeviceResult.Ok)
            return _medium.Present ? FiscalError.JournalDamaged : FiscalError.JournalMissing;
        _position += count;
        _filled += count;
        return FiscalError.None;
    }
}
