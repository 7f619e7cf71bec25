using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Crypto;

/// <summary>Finds a prime of 1,024 bits for a key, in bounded steps (FIPS 186-5, A.1.3).</summary>
/// <remarks>
/// Every candidate is drawn anew, with its two highest bits set, which keeps it above the square root of 2 times 2^1023,
/// and with 3 as remainder of 4, so that one power makes a round of Miller and Rabin. Few of a hundred candidates get
/// past the small primes; some fifty rounds are needed for a prime, each some 26 million instructions.
/// </remarks>
internal sealed class PrimeSearch : IStepwise
{
    /// <summary>Rounds with random bases for an error below 2^-112 (FIPS 186-5, table B.1).</summary>
    private const int Rounds = 5;

    /// <summary>Candidates until something must be wrong (FIPS 186-5, A.1.3: five times the modulus' bits).</summary>
    private const int MostCandidates = 5 * RsaKeyBytes.ModulusBits;

    /// <summary>p and q must differ in their highest hundred bits.</summary>
    private const int LeastDistanceBits = RsaKeyBytes.PrimeBits - 100;

    private const int DivisionsAStep = 15;
    private const int Length = RsaArithmetic.PrimeLength;

    private const int Draw = 0;
    private const int Shape = 1;
    private const int Divide = 2;
    private const int Modulus = 3;
    private const int Base = 4;
    private const int Entrance = 5;
    private const int Power = 6;
    private const int Exit = 7;
    private const int Verdict = 8;

    private readonly RsaArithmetic _rsa;
    private readonly HmacDrbg _random;
    private readonly SmallPrimes _primes = new SmallPrimes();
    private readonly byte[] _base = new byte[RsaKeySize.PrimeLength];
    private readonly byte[] _exponent = new byte[RsaKeySize.PrimeLength];
    private IStepwise _runner;
    private byte[] _key;
    private int _at;
    private int _otherAt;
    private int _phase;
    private int _candidates;
    private int _round;

    /// <param name="rsa">Room to work in.</param>
    /// <param name="random">Draws candidates and bases.</param>
    public PrimeSearch(RsaArithmetic rsa, HmacDrbg random)
    {
        _rsa = rsa;
        _random = random;
    }

    /// <summary>The last search ended with a prime.</summary>
    public bool Found { get; private set; }

    /// <summary>Begins to search.</summary>
    /// <param name="key">Where the prime goes.</param>
    /// <param name="at">Its place there.</param>
    /// <param name="otherAt">Where the other prime stands that it must differ from; -1 for none.</param>
    public void Begin(byte[] key, int at, int otherAt)
    {
        _key = key;
        _at = at;
        _otherAt = otherAt;
        _candidates = 0;
        _phase = Draw;
        _runner = null;
        Found = false;
    }

    /// <inheritdoc/>
    public bool Step()
    {
        if (_runner != null)
        {
            if (!_runner.Step()) _runner = null;
            return true;
        }

        switch (_phase)
        {
            case Draw:
                return ++_candidates <= MostCandidates ? Fill(_key, _at) : End(false);
            case Shape:
                _phase = IsWorthDividing() ? Divide : Draw;
                return true;
            case Divide:
                DivideSome();
                return true;
            case Modulus:
                BeginRounds();
                return true;
            case Base:
                return Fill(_base, 0);
            case Entrance:
                return Enter();
            case Power:
                _rsa.Secret.Begin(_rsa.B, _exponent, 0, _exponent.Length, _rsa.C);
                return Run(_rsa.Secret);
            case Exit:
                _rsa.BeginLeave(_rsa.C, _rsa.D);
                return Run(_rsa.Field);
            default:
                return Judge();
        }
    }

    private bool Run(IStepwise runner)
    {
        _runner = runner;
        _phase++;
        return true;
    }

    private bool Fill(byte[] buffer, int offset) =>
        _random.Begin(buffer, offset, RsaKeySize.PrimeLength) == DeviceResult.Ok ? Run(_random) : End(false);

    private bool IsWorthDividing()
    {
        _key[_at] |= 0xC0;
        _key[_at + RsaKeySize.PrimeLength - 1] |= 3;
        Limbs.Load(_key, _at, RsaKeySize.PrimeLength, _rsa.A, RsaArithmetic.Length);
        _primes.Begin();
        return Limbs.Remainder(_rsa.A, Length, RsaExponent.Public) != 1 && !IsNearOther();
    }

    private bool IsNearOther()
    {
        if (_otherAt < 0) return false;
        Limbs.Load(_key, _otherAt, RsaKeySize.PrimeLength, _rsa.B, RsaArithmetic.Length);
        Array.Copy(_rsa.A, _rsa.C, Length);
        bool below = Limbs.Below(_rsa.A, _rsa.B, Length) != 0;
        uint[] distance = below ? _rsa.B : _rsa.C;
        Limbs.Subtract(distance, below ? _rsa.A : _rsa.B, -1, Length);
        return Limbs.BitLength(distance, Length) <= LeastDistanceBits;
    }

    private void DivideSome()
    {
        for (int i = 0; i < DivisionsAStep && _primes.More; i++)
        {
            if (!_primes.Divide(_rsa.A, Length)) continue;
            _phase = Draw;
            return;
        }

        if (!_primes.More) _phase = Modulus;
    }

    private void BeginRounds()
    {
        Array.Copy(_rsa.A, _rsa.B, Length);
        Limbs.Halve(_rsa.B, Length);
        Limbs.Store(_rsa.B, _exponent, 0, _exponent.Length);
        _round = 0;
        _rsa.Field.BeginModulus(_rsa.A, RsaKeyBytes.PrimeBits);
        Run(_rsa.Field);
    }

    private bool Enter()
    {
        _base[0] &= 0x7F;
        Limbs.Load(_base, 0, _base.Length, _rsa.B, RsaArithmetic.Length);
        if (Limbs.BitLength(_rsa.B, Length) < 2)
        {
            _phase = Base;
            return true;
        }

        _rsa.BeginEnter(_rsa.B);
        return Run(_rsa.Field);
    }

    /// <summary>The power of a prime is 1 or -1.</summary>
    private bool Judge()
    {
        Limbs.ReduceOnce(_rsa.C, _rsa.A, Length);
        bool one = Limbs.Same(_rsa.C, _rsa.D, Length);
        Limbs.Add(_rsa.C, _rsa.D, Length);
        if (!one && !Limbs.Same(_rsa.C, _rsa.A, Length))
        {
            _phase = Draw;
            return true;
        }

        _phase = Base;
        return ++_round < Rounds || End(true);
    }

    private bool End(bool found)
    {
        Found = found;
        Array.Clear(_exponent, 0, _exponent.Length);
        Array.Clear(_base, 0, _base.Length);
        return false;
    }
}
