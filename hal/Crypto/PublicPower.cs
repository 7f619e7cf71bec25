using System;

namespace Nf.Hal.Crypto;

/// <summary>Raises a number to a small exponent that anybody may know, in bounded steps.</summary>
internal sealed class PublicPower : IStepwise
{
    private readonly Montgomery _field;
    private uint[] _x;
    private uint[] _result;
    private uint _exponent;
    private int _bit;
    private bool _multiplies;
    private bool _busy;

    /// <param name="field">Has the modulus.</param>
    public PublicPower(Montgomery field) => _field = field;

    /// <summary>Begins result = x^exponent, both as the field has its numbers, in two arrays; the exponent is at least 1.</summary>
    public void Begin(uint[] x, uint exponent, uint[] result)
    {
        _x = x;
        _result = result;
        _exponent = exponent;
        _bit = 31;
        while (exponent >> _bit == 0) _bit--;
        _multiplies = false;
        Array.Copy(x, result, _field.Length);
        _busy = true;
        Next();
    }

    /// <summary>One step; false when the power is there.</summary>
    public bool Step()
    {
        if (_busy && !_field.Step()) Next();
        return _busy;
    }

    private void Next()
    {
        if (_multiplies)
        {
            _multiplies = false;
            _field.BeginMultiply(_result, _x, _result);
            return;
        }

        if (_bit == 0)
        {
            _busy = false;
            return;
        }

        _bit--;
        _multiplies = (_exponent >> _bit & 1) != 0;
        _field.BeginSquare(_result, _result);
    }
}
