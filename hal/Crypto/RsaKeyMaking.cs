using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Crypto;

/// <summary>Makes a key RSA-2048 with exponent 65537, in bounded steps (FIPS 186-5, A.1.3): some 3,000 million instructions.</summary>
/// <remarks>What <see cref="RsaKeyCheck"/> makes is not yet in the key; it is to check this key like any other.</remarks>
internal sealed class RsaKeyMaking : IStepwise
{
    private const int Length = RsaArithmetic.PrimeLength;

    private readonly RsaArithmetic _rsa;
    private readonly PrimeSearch _search;
    private readonly byte[] _exponent = new byte[RsaKeySize.PrimeLength];
    private IStepwise _runner;
    private byte[] _key;
    private int _phase;

    /// <param name="rsa">Room to work in.</param>
    /// <param name="random">Draws candidates.</param>
    public RsaKeyMaking(RsaArithmetic rsa, HmacDrbg random)
    {
        _rsa = rsa;
        _search = new PrimeSearch(rsa, random);
    }

    /// <summary>The last work ended with a key.</summary>
    public bool Good { get; private set; }

    /// <summary>Begins to make a key in an array, see <see cref="RsaKeyBytes"/>.</summary>
    public void Begin(byte[] key)
    {
        _key = key;
        _phase = 0;
        Good = false;
        _search.Begin(key, RsaKeyBytes.PrimeP, -1);
        _runner = _search;
    }

    /// <inheritdoc/>
    public bool Step() => _runner.Step() || Next();

    private bool Next()
    {
        switch (_phase++)
        {
            case 0:
                if (!_search.Found) return false;
                _search.Begin(_key, RsaKeyBytes.PrimeQ, RsaKeyBytes.PrimeP);
                return true;
            case 1:
                if (!_search.Found) return false;
                _runner = _rsa.Field;
                MakeExponent(RsaKeyBytes.PrimeP, RsaKeyBytes.ExponentP, _rsa.A, _rsa.C);
                return true;
            case 2:
                MakeExponent(RsaKeyBytes.PrimeQ, RsaKeyBytes.ExponentQ, _rsa.B, _rsa.D);
                return true;
            case 3:
                if (HasSmallExponent()) Begin(_key);
                return true;
            case 4:
                Limbs.Load(_key, RsaKeyBytes.PrimeP, RsaKeySize.PrimeLength, _rsa.A, RsaArithmetic.Length);
                _rsa.Field.BeginModulus(_rsa.A, RsaKeyBytes.PrimeBits);
                return true;
            case 5:
                Limbs.Load(_key, RsaKeyBytes.PrimeQ, RsaKeySize.PrimeLength, _rsa.B, RsaArithmetic.Length);
                _rsa.Field.BeginProduct(_rsa.A, _rsa.B, _rsa.C);
                return true;
            case 6:
                Limbs.Store(_rsa.C, _key, RsaKeyBytes.Modulus, RsaKeySize.ModulusLength);
                _rsa.BeginEnter(_rsa.B);
                return true;
            case 7:
                Limbs.SubtractSmall(_rsa.A, 2, Length);
                Limbs.Store(_rsa.A, _exponent, 0, _exponent.Length);
                _rsa.Secret.Begin(_rsa.B, _exponent, 0, _exponent.Length, _rsa.C);
                _runner = _rsa.Secret;
                return true;
            case 8:
                _rsa.BeginLeave(_rsa.C, _rsa.D);
                _runner = _rsa.Field;
                return true;
            case 9:
                Limbs.ReduceOnce(_rsa.C, _rsa.Field.Modulus, Length);
                Limbs.Store(_rsa.C, _key, RsaKeyBytes.Coefficient, RsaKeySize.PrimeLength);
                Array.Clear(_exponent, 0, _exponent.Length);
                Good = true;
                return false;
            default:
                return false;
        }
    }

    /// <summary>The exponent of one half, d mod (p - 1); <paramref name="larger"/> becomes the same and p - 1 more.</summary>
    private void MakeExponent(int primeAt, int exponentAt, uint[] exponent, uint[] larger)
    {
        Limbs.Load(_key, primeAt, RsaKeySize.PrimeLength, exponent, RsaArithmetic.Length);
        Limbs.SubtractSmall(exponent, 1, Length);
        Array.Copy(exponent, larger, Length);
        RsaExponent.Invert(exponent, Length);
        Limbs.Add(larger, exponent, Length);
        Limbs.Store(exponent, _key, exponentAt, RsaKeySize.PrimeLength);
    }

    /// <summary>d is not above 2^1024: it would be both d mod (p - 1), or p - 1 more, and d mod (q - 1), or q - 1 more.</summary>
    private bool HasSmallExponent() =>
        Limbs.Same(_rsa.A, _rsa.B, Length) || Limbs.Same(_rsa.A, _rsa.D, Length)
        || Limbs.Same(_rsa.C, _rsa.B, Length) || Limbs.Same(_rsa.C, _rsa.D, Length);
}
