using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>The end of a closed day's file: the mark [SHA-256] and the hash over all lines before it, in lines of any width.</summary>
internal sealed class ClosingHash
{
    /// <summary>The line before the hash.</summary>
    internal const string Mark = "[SHA-256]";

    // Mark and 64 digits with their line feeds, for paper of 18 characters and more.
    private const int LongestTail = 80;
    private const byte LineFeed = 10;

    private readonly IJournalMedium _medium;
    private readonly byte[] _tail = new byte[LongestTail];

    internal ClosingHash(IJournalMedium medium) => _medium = medium;

    /// <summary>Bytes of the file that the hash covers.</summary>
    internal int TextLength { get; private set; }

    /// <summary>The hash as the file has it.</summary>
    internal byte[] Digest { get; } = new byte[Sha256.DigestLength];

    /// <summary>Reads the end of a file; false when it does not end with a whole hash.</summary>
    internal bool Read(string file)
    {
        int length = _medium.Length(file);
        int count = length < LongestTail ? length : LongestTail;
        if (count < 1 || _medium.Read(file, length - count, _tail, 0, count) != DeviceResult.Ok) return false;
        for (int i = count - Mark.Length; i >= 0; i--)
        {
            if (!IsMark(i)) continue;
            TextLength = length - count + i;
            return IsHash(i + Mark.Length, count);
        }

        return false;
    }

    private bool IsMark(int at)
    {
        for (int i = 0; i < Mark.Length; i++)
            if (_tail[at + i] != Mark[i]) return false;
        return true;
    }

    private bool IsHash(int from, int end)
    {
        int digits = 0;
        for (int i = from; i < end; i++)
        {
            if (_tail[i] == LineFeed) continue;
            int value = Value(_tail[i]);
            if (value < 0 || digits == 2 * Digest.Length) return false;
            Digest[digits / 2] = (byte)(Digest[digits / 2] << 4 | value);
            digits++;
        }

        return digits == 2 * Digest.Length && _tail[end - 1] == LineFeed && _tail[end - 2] != LineFeed;
    }

    private static int Value(byte digit)
    {
        if (digit >= '0' && digit <= '9') return digit - '0';
        return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
    }
}
