using System;

namespace Nf.Firmware.Certificates;

/// <summary>Goes through DER (ITU-T X.690): definite and shortest lengths only, with hard bounds, without copies.</summary>
/// <remarks>
/// What is wrong once stays wrong: after the first failure nothing is read and every answer is false, so a form is read
/// line by line and asked once at its end whether it was right.
/// <code>
/// reader.Begin(data, 0, data.Length);
/// reader.Enter(DerTag.Sequence); reader.Read(DerTag.Integer); reader.Leave();
/// if (!reader.Finish()) return FiscalError.CertificateInvalid;
/// </code>
/// </remarks>
public sealed class DerReader
{
    /// <summary>The longest that is read, bytes.</summary>
    public const int MaxLength = 65535;

    /// <summary>The most elements inside one another.</summary>
    public const int MaxDepth = 16;

    /// <summary>The most elements of one whole.</summary>
    public const int MaxElements = 1000;

    private readonly int[] _ends = new int[MaxDepth];
    private byte[] _data;
    private int _depth;
    private int _position;
    private int _end;
    private bool _failed;

    /// <summary>First byte of the element that was read last.</summary>
    public int Tag { get; private set; }

    /// <summary>The whole element that was read last.</summary>
    public DerRange Element { get; private set; }

    /// <summary>What is in the element that was read last.</summary>
    public DerRange Content { get; private set; }

    /// <summary>Nothing was wrong up to here.</summary>
    public bool Ok => !_failed;

    /// <summary>Nothing is left where the reader is, or something was wrong.</summary>
    public bool AtEnd => _failed || _position == _end;

    /// <summary>First byte of the element that comes next; -1 when none does.</summary>
    public int Next => AtEnd ? -1 : _data[_position];

    /// <summary>Begins with a part of a buffer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the buffer.</exception>
    public void Begin(byte[] data, int offset, int count)
    {
        if (offset < 0 || count < 0 || offset > data.Length - count) throw new ArgumentOutOfRangeException("count");
        _data = data;
        _position = offset;
        _end = offset + count;
        _depth = 0;
        _failed = count > MaxLength;
    }

    /// <summary>Begins with a part and makes sure that all its elements, at every depth, are written as DER asks.</summary>
    /// <returns>False when one is not, or when there are more or deeper ones than any honest file has.</returns>
    public bool BeginChecked(byte[] data, int offset, int count)
    {
        Begin(data, offset, count);
        for (int left = MaxElements; !_failed; left--)
        {
            while (_position == _end && _depth > 0) Leave();
            if (AtEnd) break;
            if (left == 0) return Fail();
            if (Take() && IsConstructed(Tag)) Push();
        }

        bool isRight = !_failed;
        Begin(data, offset, count);
        _failed |= !isRight;
        return isRight;
    }

    /// <summary>Reads an element and goes on behind it.</summary>
    public bool Read(int tag) => Take() && (Tag == tag || Fail());

    /// <summary>Reads an element if it is the next.</summary>
    public bool ReadOptional(int tag) => Next == tag && Take();

    /// <summary>Reads whatever element is next.</summary>
    public bool ReadAny() => Take();

    /// <summary>Goes into an element.</summary>
    public bool Enter(int tag) => Read(tag) && Push();

    /// <summary>Goes into an element if it is the next.</summary>
    public bool EnterOptional(int tag) => Next == tag && Enter(tag);

    /// <summary>Goes out of the element that was entered last; wrong when something is left in it.</summary>
    public bool Leave()
    {
        if (_failed || _depth == 0 || _position != _end) return Fail();
        _end = _ends[--_depth];
        return true;
    }

    /// <summary>Everything was right, and nothing is left.</summary>
    public bool Finish() => (_depth == 0 && _position == _end) ? !_failed : Fail();

    /// <summary>Says that what was read is wrong.</summary>
    public bool Fail()
    {
        _failed = true;
        return false;
    }

    /// <summary>Reads an integer of 0 or more, written the shortest way; <see cref="Content"/> is then its bytes without a leading zero.</summary>
    public bool ReadInteger()
    {
        if (!Read(DerTag.Integer)) return false;
        int at = Content.Offset;
        int count = Content.Count;
        if (count == 0 || _data[at] >= 0x80) return Fail();
        if (count == 1 || _data[at] != 0) return true;
        if (_data[at + 1] < 0x80) return Fail();
        Content = new DerRange(at + 1, count - 1);
        return true;
    }

    /// <summary>Reads an integer from 0 to 255.</summary>
    public bool ReadSmall(out int value)
    {
        value = -1;
        if (!ReadInteger() || Content.Count != 1) return Fail();
        value = _data[Content.Offset];
        return true;
    }

    /// <summary>Reads a string of whole bytes that is written as bits; <see cref="Content"/> is then these.</summary>
    public bool ReadBits()
    {
        if (!Read(DerTag.BitString) || Content.Count < 2 || _data[Content.Offset] != 0) return Fail();
        Content = new DerRange(Content.Offset + 1, Content.Count - 1);
        return true;
    }

    /// <summary>What was read last has just these bytes in it.</summary>
    public bool Is(byte[] value) => !_failed && Content.Is(_data, value);

    /// <summary>What was read last is, with tag and length, just these bytes.</summary>
    public bool IsElement(byte[] value) => !_failed && Element.Is(_data, value);

    private bool Push()
    {
        if (_depth == MaxDepth) return Fail();
        _ends[_depth++] = _end;
        _position = Content.Offset;
        _end = _position + Content.Count;
        return true;
    }

    /// <summary>Of the plain types only sequences and sets have elements inside, always: a string in pieces is not DER.</summary>
    private bool IsConstructed(int tag)
    {
        bool isConstructed = (tag & 0x20) != 0;
        bool isCollection = (tag | 0x20) == DerTag.Sequence || (tag | 0x20) == DerTag.Set;
        if (tag < 0x40 && isConstructed != isCollection) return Fail();
        return isConstructed;
    }

    private bool Take()
    {
        if (_failed || _end - _position < 2) return Fail();
        int at = _position;
        int tag = _data[at++];
        if (tag == 0 || (tag & 0x1F) == 0x1F) return Fail();
        int length = _data[at++];
        if (length >= 0x80)
        {
            int bytes = length - 0x80;
            if (bytes < 1 || bytes > 2 || bytes > _end - at) return Fail();
            length = bytes == 1 ? _data[at] : _data[at] << 8 | _data[at + 1];
            at += bytes;
            if (length < (bytes == 1 ? 0x80 : 0x100)) return Fail();
        }

        if (length > _end - at) return Fail();
        Tag = tag;
        Content = new DerRange(at, length);
        Element = new DerRange(_position, at + length - _position);
        _position = at + length;
        return true;
    }
}
