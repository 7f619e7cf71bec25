using System;

namespace Nf.Hal.Drivers;

/// <summary>Text as ESC/POS bytes: code page 852, and the characters that the driver defined where the page lacks them.</summary>
/// <remarks>
/// Defined characters are selected only around themselves: the plain letters whose codes they have stand in the same text.
/// </remarks>
internal static class EscPosText
{
    private static readonly byte[] s_select = { 0x1B, (byte)'%', 1 };
    private static readonly byte[] s_cancel = { 0x1B, (byte)'%', 0 };

    /// <summary>Writes UTF-8; a character that the printer lacks, and each byte that is not UTF-8, becomes one '?'.</summary>
    /// <returns>Bytes written to <paramref name="target"/>.</returns>
    internal static int Write(byte[] text, int offset, int count, byte[] target, int targetOffset)
    {
        int end = offset + count;
        int at = targetOffset;
        bool selected = false;
        while (offset < end)
        {
            int length = Utf8.Length(text, offset, end);
            int codePoint = Utf8.CodePoint(text, offset, length);
            if (RomanianGlyphs.Has(codePoint) != selected)
            {
                selected = !selected;
                at = Select(selected, target, at);
            }
            target[at++] = Pc852.FromUnicode(codePoint);
            offset += length;
        }
        if (selected) at = Select(false, target, at);
        return at - targetOffset;
    }

    /// <summary>Writes UTF-8 with the first "RL" in it as the logotype.</summary>
    /// <returns>Bytes written to <paramref name="target"/>.</returns>
    internal static int WriteWithLogotype(byte[] text, int offset, int count, byte[] target, int targetOffset)
    {
        int letters = FindLetters(text, offset, count);
        if (letters < 0) return Write(text, offset, count, target, targetOffset);
        int at = targetOffset + Write(text, offset, letters - offset, target, targetOffset);
        at = Select(true, target, at);
        target[at++] = (byte)'R';
        target[at++] = (byte)'L';
        at = Select(false, target, at);
        return at + Write(text, letters + 2, offset + count - letters - 2, target, at) - targetOffset;
    }

    // Only the first "RL": one sign stands on a line, and what follows it may contain the letters too.
    private static int FindLetters(byte[] text, int offset, int count)
    {
        for (int i = offset; i + 1 < offset + count; i++)
        {
            if (text[i] == 'R' && text[i + 1] == 'L') return i;
        }
        return -1;
    }

    private static int Select(bool on, byte[] target, int at)
    {
        byte[] command = on ? s_select : s_cancel;
        Array.Copy(command, 0, target, at, command.Length);
        return at + command.Length;
    }
}
