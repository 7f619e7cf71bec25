namespace Nf.Firmware.Certificates;

/// <summary>Base64 into bytes, a character at a time and strictly (RFC 4648, 3.5 and 4): no other characters, padding in its place.</summary>
/// <example><code>decoder.Begin(target, 0); while (...) if (!decoder.Add(c)) ...; if (decoder.Finish()) use(decoder.Count);</code></example>
public sealed class Base64Decoder
{
    private byte[] _target;
    private int _start;
    private int _position;
    private int _bits;
    private int _filled;
    private int _padding;

    /// <summary>Bytes decoded.</summary>
    public int Count => _position - _start;

    /// <summary>Begins with the bytes' place.</summary>
    public void Begin(byte[] target, int offset)
    {
        _target = target;
        _start = offset;
        _position = offset;
        _bits = 0;
        _filled = 0;
        _padding = 0;
    }

    /// <summary>Takes a character; false when it does not belong there or the place is full.</summary>
    public bool Add(int character)
    {
        if (character == '=')
        {
            // Two or one of a group of four, and the bits that it cuts off are zeros.
            _padding++;
            return _filled + _padding <= 4 && _filled >= 2 && (_bits & (_filled == 2 ? 15 : 3)) == 0;
        }

        int value = Value(character);
        if (value < 0 || _padding > 0) return false;
        _bits = _bits << 6 | value;
        if (++_filled < 4) return true;
        _filled = 0;
        return Put(16) && Put(8) && Put(0);
    }

    /// <summary>The text is complete; false when it is not.</summary>
    public bool Finish()
    {
        if (_filled == 0) return true;
        if (_filled + _padding != 4) return false;
        _bits <<= 6 * _padding;
        return Put(16) && (_padding == 2 || Put(8));
    }

    private static int Value(int character)
    {
        if (character >= 'A' && character <= 'Z') return character - 'A';
        if (character >= 'a' && character <= 'z') return character - 'a' + 26;
        if (character >= '0' && character <= '9') return character - '0' + 52;
        if (character == '+') return 62;
        return character == '/' ? 63 : -1;
    }

    private bool Put(int shift)
    {
        if (_position == _target.Length) return false;
        _target[_position++] = (byte)(_bits >> shift);
        return true;
    }
}
