using System;

namespace Nf.Hal.Drivers;

/// <summary>One line from a modem: "+CSQ: 23,99" is a name and fields.</summary>
internal sealed class AtText
{
    private const int Capacity = 128;
    private const int MaxDigits = 9;

    private readonly byte[] _bytes = new byte[Capacity];

    /// <summary>Characters of the line, those that were not kept too.</summary>
    internal int Length { get; private set; }

    /// <summary>All of the line was kept.</summary>
    internal bool IsWhole => Length <= Capacity;

    internal void Clear() => Length = 0;

    /// <summary>Adds a character; control bytes, which noise makes, are passed over.</summary>
    internal void Add(byte value)
    {
        if (value < ' ' || value == 0x7F) return;
        if (Length < Capacity) _bytes[Length] = value;
        // A line without end must not count beyond.
        if (Length <= Capacity) Length++;
    }

    internal void CopyFrom(AtText other)
    {
        Length = other.Length;
        Array.Copy(other._bytes, _bytes, Capacity);
    }

    internal bool Is(string text) => Length == text.Length && StartsWith(text);

    internal bool StartsWith(string text)
    {
        if (Length < text.Length) return false;
        for (int i = 0; i < text.Length; i++)
            if (_bytes[i] != text[i]) return false;
        return true;
    }

    /// <summary>The field is this text.</summary>
    internal bool FieldIs(int field, string text)
    {
        int start = Start(field, out int end);
        if (end - start != text.Length) return false;
        for (int i = 0; i < text.Length; i++)
            if (_bytes[start + i] != text[i]) return false;
        return true;
    }

    /// <summary>A field's whole number; -1 when it is none.</summary>
    internal int Number(int field)
    {
        int start = Start(field, out int end);
        if (end == start || end - start > MaxDigits) return -1;
        int value = 0;
        for (int i = start; i < end; i++)
        {
            if (_bytes[i] < '0' || _bytes[i] > '9') return -1;
            value = value * 10 + _bytes[i] - '0';
        }

        return value;
    }

    /// <summary>A field's text without its quotation marks, at most so many characters; what is not ASCII becomes '?'.</summary>
    internal string Text(int field, int max)
    {
        int start = Start(field, out int end);
        if (end - start >= 2 && _bytes[start] == '"' && _bytes[end - 1] == '"')
        {
            start++;
            end--;
        }

        if (end - start > max) end = start + max;
        var chars = new char[end - start];
        for (int i = 0; i < chars.Length; i++) chars[i] = _bytes[start + i] < 0x7F ? (char)_bytes[start + i] : '?';
        return new string(chars);
    }

    /// <summary>Fields after the name.</summary>
    internal int FieldCount
    {
        get
        {
            int count = 1;
            for (int i = NameEnd(); i < Kept; i++)
                if (_bytes[i] == ',') count++;
            return count;
        }
    }

    private int Kept => Length < Capacity ? Length : Capacity;

    private int NameEnd()
    {
        for (int i = 0; i < Kept; i++)
            if (_bytes[i] == ':') return i + 1;
        return 0;
    }

    private int Start(int field, out int end)
    {
        int at = NameEnd();
        for (; field > 0 && at < Kept; at++)
            if (_bytes[at] == ',') field--;
        end = at;
        if (field > 0) return at;
        while (at < Kept && _bytes[at] == ' ') at++;
        end = at;
        while (end < Kept && _bytes[end] != ',') end++;
        while (end > at && _bytes[end - 1] == ' ') end--;
        return at;
    }
}
