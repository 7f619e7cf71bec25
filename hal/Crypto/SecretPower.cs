using System;

namespace Nf.Hal.Crypto;

/// <summary>Raises a number to a secret exponent, in bounded steps: the same multiplications and the same reads for every exponent.</summary>
/// <remarks>A fixed window of four bits: four squarings and one multiplication each, by the first power for a window of zeros.</remarks>
internal sealed class SecretPower : IStepwise
{
    private const int Squarings = 4;

    private readonly Montgomery _field;
    private readonly PowerTable _table;
    private readonly uint[] _factor;
    private uint[] _x;
    private uint[] _result;
    private byte[] _exponent;
    private int _offset;
    private int _windows;
    private int _window;
    private int _filled;
    private int _squared;
    private bool _busy;

    /// <param name="field">Has the modulus.</param>
    /// <param name="largestBits">Bits of the largest modulus.</param>
    public SecretPower(Montgomery field, int largestBits)
    {
        int length = Montgomery.LengthOf(largestBits);
        _field = field;
        _table = new PowerTable(length);
        _factor = new uint[length];
    }

    /// <summary>Begins result = x^exponent, both as the field has its numbers, in two arrays.</summary>
    /// <param name="exponent">First byte highest; it is read as the work goes on.</param>
    public void Begin(uint[] x, byte[] exponent, int offset, int count, uint[] result)
    {
        _x = x;
        _result = result;
        _exponent = exponent;
        _offset = offset;
        _windows = count << 1;
        _window = 0;
        _filled = 0;
        _squared = 0;
        _busy = true;
        _table.Begin(_field.Length);
        Array.Clear(_factor, 0, _factor.Length);
        _factor[0] = 1;
        _field.BeginMultiply(_field.Square, _factor, _factor);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        if (!_busy || _field.Step()) return _busy;
        if (_filled < PowerTable.Count) Fill();
        else Next();
        return _busy;
    }

    /// <summary>Overwrites all numbers with zeros.</summary>
    public void Wipe()
    {
        _busy = false;
        _table.Wipe();
        Array.Clear(_factor, 0, _factor.Length);
    }

    private void Fill()
    {
        _table.Put(_filled++, _factor);
        if (_filled < PowerTable.Count)
        {
            _field.BeginMultiply(_factor, _x, _factor);
            return;
        }

        Take(_result);
        _squared = 0;
        _field.BeginSquare(_result, _result);
    }

    private void Next()
    {
        _squared++;
        if (_squared < Squarings)
        {
            _field.BeginSquare(_result, _result);
        }
        else if (_squared == Squarings)
        {
            Take(_factor);
            _field.BeginMultiply(_result, _factor, _result);
        }
        else if (_window < _windows)
        {
            _squared = 0;
            _field.BeginSquare(_result, _result);
        }
        else
        {
            _busy = false;
        }
    }

    private void Take(uint[] power)
    {
        int two = _exponent[_offset + (_window >> 1)];
        _table.Take((_window & 1) == 0 ? two >> 4 : two & 15, power);
        _window++;
    }
}
