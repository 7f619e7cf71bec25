using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Crypto;

/// <summary>Raises a number to a secret exponent modulo n = p q by its two halves (Chinese remainders), in bounded steps.</summary>
internal sealed class CrtPower : IStepwise
{
    private readonly Montgomery _field;
    private readonly SecretPower _power;
    private readonly uint[] _prime;
    private readonly uint[] _x;
    private readonly uint[] _halfP;
    private readonly uint[] _halfQ;
    private IStepwise _runner;
    private byte[] _key;
    private byte[] _exponents;
    private uint[] _number;
    private uint[] _result;
    private uint[] _half;
    private int _exponentAt;
    private int _phase;
    private bool _second;

    /// <param name="field">Takes the moduli p and q, and keeps p.</param>
    /// <param name="power">The secret powers over that field.</param>
    public CrtPower(Montgomery field, SecretPower power)
    {
        int length = Montgomery.LengthOf(RsaKeyBytes.PrimeBits);
        _field = field;
        _power = power;
        _prime = new uint[length];
        _x = new uint[length];
        _halfP = new uint[length];
        _halfQ = new uint[length];
    }

    /// <summary>Begins result = number^d mod n.</summary>
    /// <param name="key">Has p, q and the coefficient, see <see cref="RsaKeyBytes"/>.</param>
    /// <param name="exponents">d mod (p - 1), and d mod (q - 1) behind it.</param>
    /// <param name="at">Where they begin.</param>
    /// <param name="number">Below n.</param>
    /// <param name="result">Below n; may be the same array.</param>
    public void Begin(byte[] key, byte[] exponents, int at, uint[] number, uint[] result)
    {
        _key = key;
        _exponents = exponents;
        _number = number;
        _result = result;
        _second = false;
        BeginHalf(RsaKeyBytes.PrimeQ, at + RsaKeySize.PrimeLength, _halfQ);
    }

    /// <inheritdoc/>
    public bool Step() => _runner.Step() || Next();

    /// <summary>Overwrites all numbers with zeros.</summary>
    public void Wipe()
    {
        Array.Clear(_prime, 0, _prime.Length);
        Array.Clear(_x, 0, _x.Length);
        Array.Clear(_halfP, 0, _halfP.Length);
        Array.Clear(_halfQ, 0, _halfQ.Length);
    }

    private void BeginHalf(int primeAt, int exponentAt, uint[] half)
    {
        _exponentAt = exponentAt;
        _half = half;
        _phase = 0;
        Limbs.Load(_key, primeAt, RsaKeySize.PrimeLength, _prime, _prime.Length);
        _field.BeginModulus(_prime, RsaKeyBytes.PrimeBits);
        _runner = _field;
    }

    private bool Next()
    {
        switch (_phase++)
        {
            case 0:
                _field.BeginReduce(_number, _x);
                return true;
            case 1:
            case 2:
                _field.BeginMultiply(_x, _field.Square, _x);
                return true;
            case 3:
                _power.Begin(_x, _exponents, _exponentAt, RsaKeySize.PrimeLength, _half);
                _runner = _power;
                return true;
            case 4:
                Array.Clear(_x, 0, _x.Length);
                _x[0] = 1;
                _field.BeginMultiply(_half, _x, _half);
                _runner = _field;
                return true;
            case 5:
                Limbs.ReduceOnce(_half, _prime, _prime.Length);
                if (!_second)
                {
                    _second = true;
                    BeginHalf(RsaKeyBytes.PrimeP, _exponentAt - RsaKeySize.PrimeLength, _halfP);
                    return true;
                }

                // p and q have their highest bit set, so that q is below 2 p and this is not below zero.
                Limbs.Add(_halfP, _prime, _prime.Length);
                Limbs.Add(_halfP, _prime, _prime.Length);
                Limbs.Subtract(_halfP, _halfQ, -1, _prime.Length);
                _field.BeginMultiply(_halfP, _field.Square, _halfP);
                return true;
            case 6:
                Limbs.Load(_key, RsaKeyBytes.Coefficient, RsaKeySize.PrimeLength, _x, _x.Length);
                _field.BeginMultiply(_halfP, _x, _halfP);
                return true;
            case 7:
                Limbs.ReduceOnce(_halfP, _prime, _prime.Length);
                Limbs.Load(_key, RsaKeyBytes.PrimeQ, RsaKeySize.PrimeLength, _x, _x.Length);
                _field.BeginProduct(_halfP, _x, _result);
                return true;
            case 8:
                AddHalf();
                return false;
            default:
                return false;
        }
    }

    private void AddHalf()
    {
        uint carry = 0;
        for (int i = 0; i < _field.Length << 1; i++)
        {
            carry += _result[i];
            if (i < _field.Length) carry += _halfQ[i];
            _result[i] = carry & Limbs.Mask;
            carry >>= Limbs.Bits;
        }
    }
}
