using System;
using Nf.Firmware.Host;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Journal;

/// <summary>The lines of a day's records that the host gets its answer and its keys back from; docs/reference/journal.md is the written form.</summary>
/// <remarks>
/// <c>A;command;CRC-32 of its frame;DATA of the answer, ; for TAB</c> and <c>K</c> with a key's hash. They count as their
/// group of records does, and a group has one of each at most.
/// </remarks>
internal sealed class HostRecords
{
    /// <summary>First character of what was answered for the document.</summary>
    internal const byte AnswerMark = (byte)'A';

    /// <summary>First character of the key that the host gave the receipt.</summary>
    internal const byte KeyMark = (byte)'K';

    private const byte Separator = (byte)';';
    private const int CrcDigits = 8;

    /// <summary>Longer answers are not kept; those of commands that decide a document are a quarter of it.</summary>
    private const int MaxLine = 200;

    private readonly TextLine _line = new TextLine(MaxLine);
    private readonly byte[] _answer = new byte[MaxLine];
    private readonly byte[] _key = new byte[IssuedReceipts.HashLength];
    private int _answerLength;
    private bool _hasKey;

    /// <summary>Spools what the host is answered; nothing when it has bytes that a line of records cannot hold.</summary>
    internal void PutAnswer(Spool spool, DatecsRequest request, DatecsAnswer answer)
    {
        _line.Clear();
        _line.Add(AnswerMark);
        _line.Add(Separator);
        _line.AddNumber(request.Command);
        _line.Add(Separator);
        uint crc = request.FrameCrc;
        for (int shift = 24; shift >= 0; shift -= 8) AddHex((byte)(crc >> shift));
        _line.Add(Separator);
        int length = answer.Length;
        if (length > MaxLine - _line.Length) return;
        byte[] data = answer.Data;
        for (int i = 0; i < length; i++)
        {
            byte b = data[i];
            bool isTab = b == FrameBytes.Tab;
            if (!isTab && !IsPlain(b)) return;
            _line.Add(isTab ? Separator : b);
        }

        spool.Add(_line, Spool.RecordEntry);
    }

    /// <summary>Spools the key of the receipt that is being issued.</summary>
    internal void PutKey(Spool spool, IssuedReceipts issued)
    {
        _line.Clear();
        _line.Add(KeyMark);
        for (int i = 0; i < IssuedReceipts.HashLength; i++) AddHex(issued.Announced[i]);
        spool.Add(_line, Spool.RecordEntry);
    }

    /// <summary>Forgets the lines taken since the last group that counts.</summary>
    internal void Drop()
    {
        _answerLength = 0;
        _hasKey = false;
    }

    /// <summary>Takes a line that begins with one of the marks; false when it is none that was ever written.</summary>
    internal bool Take(byte[] line, int offset, int length)
    {
        if (line[offset] == KeyMark) return TakeKey(line, offset + 1, length - 1);
        if (length > MaxLine) return false;
        Array.Copy(line, offset, _answer, 0, length);
        _answerLength = length;
        return true;
    }

    /// <summary>The group counts: what its lines say goes to the state, which has the day with the group's document.</summary>
    internal bool Restore(WorkingState state, int day)
    {
        if (_hasKey) state.Issued.Restore(_key, day, state.Totals.Receipts);
        bool holds = _answerLength == 0 || RestoreAnswer(state.LastAnswer);
        Drop();
        return holds;
    }

    // The line is made into the answer's DATA where it stands.
    private bool RestoreAnswer(RememberedAnswer answer)
    {
        int at = 2;
        int command = 0;
        for (; at < _answerLength && _answer[at] >= '0' && _answer[at] <= '9'; at++) command = command * 10 + _answer[at] - '0';
        at++;
        if (at + CrcDigits >= _answerLength) return false;
        uint crc = 0;
        for (int i = 0; i < CrcDigits; i++) crc = crc << 4 | (uint)HexText.Value(_answer[at++]);
        at++;
        for (int i = at; i < _answerLength; i++)
            if (_answer[i] == Separator) _answer[i] = FrameBytes.Tab;
        answer.Restore(command, crc, _answer, at, _answerLength - at);
        return true;
    }

    private bool TakeKey(byte[] digits, int offset, int length)
    {
        if (length != 2 * IssuedReceipts.HashLength) return false;
        for (int i = 0; i < IssuedReceipts.HashLength; i++, offset += 2)
            _key[i] = (byte)(HexText.Value(digits[offset]) << 4 | HexText.Value(digits[offset + 1]));
        _hasKey = true;
        return true;
    }

    private void AddHex(byte value)
    {
        _line.Add(HexText.High(value));
        _line.Add(HexText.Low(value));
    }

    // Neither a separator nor the mark of a torn line.
    private static bool IsPlain(byte b) => b >= FrameBytes.FirstPrintable && b < 0x7F && b != Separator && b != RecordScan.TornMark;
}
