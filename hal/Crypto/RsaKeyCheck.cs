using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Crypto;

/// <summary>Checks a private key and makes its blinding, in bounded steps: sizes, p q = n, and a signature made with it.</summary>
/// <remarks>A wrong exponent or coefficient gives a signature that the public exponent shows to be wrong.</remarks>
internal sealed class RsaKeyCheck : IStepwise
{
    private readonly RsaArithmetic _rsa;
    private readonly RsaSigning _signing;
    private readonly byte[] _exponents = new byte[RsaKeySize.PrimeLength << 1];
    private IStepwise _runner;
    private bool _runs;
    private byte[] _key;
    private int _phase;

    /// <param name="rsa">Room to work in.</param>
    /// <param name="signing">Signs in the same room.</param>
    public RsaKeyCheck(RsaArithmetic rsa, RsaSigning signing)
    {
        _rsa = rsa;
        _signing = signing;
    }

    /// <summary>The last key checked is one.</summary>
    public bool Good { get; private set; }

    /// <summary>Begins to check a key.</summary>
    /// <param name="key">Has a random number where <see cref="RsaKeyBytes.Blinder"/> will be.</param>
    public void Begin(byte[] key)
    {
        _key = key;
        Good = false;
        key[RsaKeyBytes.Blinder] = 0;
        _runner = _rsa.Field;
        _runs = false;
        _phase = Sizes() ? 0 : int.MaxValue;
    }

    /// <inheritdoc/>
    public bool Step()
    {
        if (_phase == int.MaxValue) return false;
        if (_runs)
        {
            _runs = _runner.Step();
            return true;
        }

        _runs = true;
        return Next();
    }

    /// <summary>p, q and n are odd and have their highest bits; the coefficient is below p.</summary>
    private bool Sizes() =>
        IsLongAndOdd(RsaKeyBytes.PrimeP, RsaKeySize.PrimeLength)
        && IsLongAndOdd(RsaKeyBytes.PrimeQ, RsaKeySize.PrimeLength)
        && IsLongAndOdd(RsaKeyBytes.Modulus, RsaKeySize.ModulusLength);

    private bool IsLongAndOdd(int at, int count) => (_key[at] & 0x80) != 0 && (_key[at + count - 1] & 1) != 0;

    private bool Next()
    {
        switch (_phase++)
        {
            case 0:
                Limbs.Load(_key, RsaKeyBytes.PrimeP, RsaKeySize.PrimeLength, _rsa.A, RsaArithmetic.Length);
                _rsa.Field.BeginModulus(_rsa.A, RsaKeyBytes.PrimeBits);
                return true;
            case 1:
                Limbs.Load(_key, RsaKeyBytes.Coefficient, RsaKeySize.PrimeLength, _rsa.B, RsaArithmetic.Length);
                if (Limbs.Below(_rsa.B, _rsa.A, RsaArithmetic.PrimeLength) == 0) return End(false);
                Limbs.Load(_key, RsaKeyBytes.PrimeQ, RsaKeySize.PrimeLength, _rsa.B, RsaArithmetic.Length);
                _rsa.Field.BeginProduct(_rsa.A, _rsa.B, _rsa.C);
                return true;
            case 2:
                Limbs.Load(_key, RsaKeyBytes.Modulus, RsaKeySize.ModulusLength, _rsa.D, RsaArithmetic.Length);
                return Limbs.Same(_rsa.C, _rsa.D, RsaArithmetic.Length) || End(false);
            case 3:
                MakeExponents();
                _runs = false;
                return true;
            case 4:
                Limbs.Load(_key, RsaKeyBytes.Blinder, RsaKeySize.ModulusLength, _rsa.C, RsaArithmetic.Length);
                _rsa.Crt.Begin(_key, _exponents, 0, _rsa.C, _rsa.C);
                _runner = _rsa.Crt;
                return true;
            case 5:
                Limbs.Store(_rsa.C, _key, RsaKeyBytes.Unblinder, RsaKeySize.ModulusLength);
                _runs = false;
                return true;
            case 6:
                _rsa.BeginModulus(_key);
                _runner = _rsa.Field;
                return true;
            case 7:
                Limbs.Load(_key, RsaKeyBytes.Blinder, RsaKeySize.ModulusLength, _rsa.A, RsaArithmetic.Length);
                _rsa.BeginEnter(_rsa.A);
                return true;
            case 8:
                _rsa.Public.Begin(_rsa.A, RsaExponent.Public, _rsa.B);
                _runner = _rsa.Public;
                return true;
            case 9:
                _rsa.BeginLeave(_rsa.B, _rsa.A);
                _runner = _rsa.Field;
                return true;
            case 10:
                Limbs.ReduceOnce(_rsa.B, _rsa.Field.Modulus, RsaArithmetic.Length);
                Limbs.Store(_rsa.B, _key, RsaKeyBytes.Blinder, RsaKeySize.ModulusLength);
                _runs = false;
                return true;
            case 11:
                _signing.Begin(_key, 1, _key, RsaKeyBytes.Blinder);
                _runner = _signing;
                return true;
            default:
                return End(_signing.Good);
        }
    }

    /// <summary>Fermat: r to the power of p - 2 is its inverse mod p, and q the same.</summary>
    private void MakeExponents()
    {
        Limbs.SubtractSmall(_rsa.A, 2, RsaArithmetic.PrimeLength);
        Limbs.Store(_rsa.A, _exponents, 0, RsaKeySize.PrimeLength);
        Limbs.SubtractSmall(_rsa.B, 2, RsaArithmetic.PrimeLength);
        Limbs.Store(_rsa.B, _exponents, RsaKeySize.PrimeLength, RsaKeySize.PrimeLength);
    }

    private bool End(bool good)
    {
        Good = good;
        Array.Clear(_exponents, 0, _exponents.Length);
        _phase = int.MaxValue;
        return false;
    }
}
