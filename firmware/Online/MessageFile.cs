using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Journal;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>A day's signed message on the journal's card.</summary>
/// <remarks>
/// The card's files only grow. A file that was begun and can never be finished, because what it needs was lost with the
/// module memory, is left as it is, and the next attempt has another name. Which of them is whole the file says itself:
/// its outermost DER length.
/// </remarks>
internal sealed class MessageFile : IByteSource
{
    /// <summary>Attempts at most.</summary>
    internal const int Attempts = 10;

    private const int IdLength = 28;
    private const int HeadLength = 256;
    private const int Sequence = 0x30;
    private const string IdMark = " idM=\"";

    private readonly IJournalMedium _medium;
    private readonly byte[] _head = new byte[HeadLength];
    private string _name;

    internal MessageFile(IJournalMedium medium) => _medium = medium;

    /// <inheritdoc/>
    public int Length { get; private set; }

    /// <summary>Goes to the whole file of a day; false when there is none.</summary>
    internal bool Find(int day)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            _name = JournalFiles.Message(day, attempt);
            Length = _medium.Length(_name);
            if (Length < 0) return false;
            if (Length > 4 && Length == WholeLength()) return true;
        }

        return false;
    }

    /// <summary>The first attempt that was not begun; <see cref="Attempts"/> when all were.</summary>
    internal int FreeAttempt(int day)
    {
        int attempt = 0;
        while (attempt < Attempts && _medium.Length(JournalFiles.Message(day, attempt)) >= 0) attempt++;
        return attempt;
    }

    /// <inheritdoc/>
    public FiscalError Read(int position, byte[] buffer, int offset, int count)
    {
        if (_medium.Read(_name, position, buffer, offset, count) == DeviceResult.Ok) return FiscalError.None;
        return _medium.Present ? FiscalError.JournalDamaged : FiscalError.JournalMissing;
    }

    /// <summary>Reads the message's identifier (idM); false when the file is none of ours.</summary>
    internal bool ReadId(byte[] buffer, int offset)
    {
        int count = Length < HeadLength ? Length : HeadLength;
        if (Read(0, _head, 0, count) != FiscalError.None) return false;
        for (int i = 0; i + IdMark.Length + IdLength <= count; i++)
        {
            if (!IsMark(i)) continue;
            Array.Copy(_head, i + IdMark.Length, buffer, offset, IdLength);
            return true;
        }

        return false;
    }

    // The message's content stands near the beginning, before certificate and signature.
    private bool IsMark(int at)
    {
        for (int i = 0; i < IdMark.Length; i++)
            if (_head[at + i] != IdMark[i]) return false;
        return true;
    }

    // DER: a tag, and a length of one byte, or of up to four after a byte that counts them.
    private int WholeLength()
    {
        int count = Length < 6 ? Length : 6;
        if (Read(0, _head, 0, count) != FiscalError.None || _head[0] != Sequence) return -1;
        if (_head[1] < 0x80) return 2 + _head[1];
        int bytes = _head[1] & 0x7F;
        if (bytes < 1 || bytes > 4 || count < 2 + bytes) return -1;
        int length = 0;
        for (int i = 0; i < bytes; i++) length = length << 8 | _head[2 + i];
        return 2 + bytes + length;
    }
}
