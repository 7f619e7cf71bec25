using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Checks;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Journal;

/// <summary>The open day after a document, as lines of the day's records: what a lost working memory is rebuilt from.</summary>
/// <remarks>
/// Its lines end the document's group of records and vouch for all that stands before: for the group's other lines and
/// for the day's text up to here. See docs/reference/journal.md.
/// </remarks>
internal sealed class DaySnapshot
{
    /// <summary>First character of the snapshot's last line.</summary>
    internal const byte LastLine = (byte)'T';

    /// <summary>First character of the lines before it.</summary>
    internal const byte EarlierLine = (byte)'t';

    private const int MaxBytes = 512;
    private const int PartLength = 200;
    private const int CheckBytes = 4;
    private const int CheckLength = 2 * CheckBytes;

    private readonly byte[] _bytes = new byte[MaxBytes];
    private readonly byte[] _text = new byte[2 * MaxBytes + CheckLength];
    private readonly byte[] _hash = new byte[Sha256.StateLength];
    private readonly byte[] _decoded = new byte[MaxBytes];
    private readonly TextLine _line = new TextLine(PartLength + 1);
    private readonly ByteWriter _writer;
    private int _collected;

    internal DaySnapshot() => _writer = new ByteWriter(_bytes);

    /// <summary>The check of the running hash at a place of the day's text.</summary>
    internal uint HashCheck(Sha256 hash)
    {
        hash.Save(_hash, 0);
        return MemoryCheck.Of(_hash, 0, Sha256.StateLength);
    }

    /// <summary>Spools the day as the state has it now.</summary>
    /// <param name="spool">Where the document's lines are.</param>
    /// <param name="state">The state with the document in it.</param>
    /// <param name="groupCheck">The check of the document's records so far, each with its line feed a piece.</param>
    internal void Put(Spool spool, WorkingState state, uint groupCheck)
    {
        _writer.Seek(0);
        _writer.U32(groupCheck);
        _writer.U32(HashCheck(state.DayHash));
        state.SaveDay(_writer);
        int length = ZeroRunText.Write(_bytes, _writer.Position, _text);
        length += WriteCheck(length);
        for (int start = 0; start < length; start += PartLength)
        {
            int rest = length - start;
            _line.Clear();
            _line.Add(rest > PartLength ? EarlierLine : LastLine);
            _line.Add(_text, start, rest > PartLength ? PartLength : rest);
            spool.Add(_line, Spool.SnapshotEntry);
        }
    }

    /// <summary>Forgets the lines collected since the last whole snapshot.</summary>
    internal void Drop() => _collected = 0;

    /// <summary>Lines of an unfinished snapshot were collected.</summary>
    internal bool IsBegun => _collected > 0;

    /// <summary>Takes a line of a snapshot; false when it is none.</summary>
    internal bool Collect(byte[] line, int offset, int length)
    {
        if (length < 1 || _collected + length - 1 > _text.Length) return false;
        Array.Copy(line, offset + 1, _text, _collected, length - 1);
        _collected += length - 1;
        return true;
    }

    /// <summary>Reads the collected lines as a whole snapshot of a group of records; false when they are not.</summary>
    internal bool Read(uint groupCheck, WorkingState state, out uint hashCheck)
    {
        int length = _collected - CheckLength;
        _collected = 0;
        hashCheck = 0;
        if (length < 0 || !CheckHolds(length)) return false;
        int count = ZeroRunText.Read(_text, length, _decoded);
        if (count < 0) return false;
        var reader = new ByteReader(_decoded);
        if ((uint)reader.U32() != groupCheck) return false;
        hashCheck = (uint)reader.U32();
        state.LoadDay(reader);
        return reader.Position == count;
    }

    private uint Check(int length) => MemoryCheck.Of(_text, 0, length);

    private int WriteCheck(int length)
    {
        uint check = Check(length);
        for (int i = 0; i < CheckLength; i++) _text[length + i] = Digit(check, i);
        return CheckLength;
    }

    private bool CheckHolds(int length)
    {
        uint check = Check(length);
        for (int i = 0; i < CheckLength; i++)
            if (_text[length + i] != Digit(check, i)) return false;
        return true;
    }

    private static byte Digit(uint check, int index)
    {
        int value = (int)(check >> 28 - 4 * index) & 15;
        return (byte)(value < 10 ? '0' + value : 'A' + value - 10);
    }
}
