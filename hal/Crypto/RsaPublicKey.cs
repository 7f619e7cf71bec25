using System;

namespace Nf.Hal.Crypto;

/// <summary>Verifies signatures RSA PKCS#1 v1.5 with SHA-256, of keys from 1,024 to 4,096 bits, in bounded steps.</summary>
/// <remarks>
/// Nothing of a signature is parsed: the one block that the digest has is built, and the signature's must be the same, so
/// that no forged padding gets through. A step executes at most 20,000 instructions.
/// <code>
/// if (key.Set(modulus, 0, modulus.Length, 65537) &amp;&amp; key.BeginVerify(digest, 0, signature, 0, signature.Length))
///     while (key.Step()) { }
/// bool good = key.Verified;
/// </code>
/// </remarks>
public sealed class RsaPublicKey
{
    /// <summary>Bits of the shortest modulus that is taken.</summary>
    public const int LeastBits = 1024;

    /// <summary>Bits of the longest modulus that is taken.</summary>
    public const int MostBits = 4096;

    private const int Idle = 0;
    private const int Modulus = 1;
    private const int Entrance = 2;
    private const int Power = 3;
    private const int Exit = 4;
    private const int Block = 5;
    private const int Comparison = 6;

    private readonly int _largestBits;
    private readonly Montgomery _field;
    private readonly PublicPower _power;
    private readonly uint[] _modulus;
    private readonly uint[] _x;
    private readonly uint[] _y;
    private readonly byte[] _block;
    private readonly byte[] _digest = new byte[Sha256.DigestLength];
    private uint _exponent;
    private int _bits;
    private int _work;
    private bool _ready;

    /// <param name="largestBits">Bits of the longest modulus that it will have to do with: 4,096 bits take 8 KB of heap.</param>
    public RsaPublicKey(int largestBits = MostBits)
    {
        int length = Montgomery.LengthOf(largestBits);
        _largestBits = largestBits;
        _field = new Montgomery(largestBits);
        _power = new PublicPower(_field);
        _modulus = new uint[length];
        _x = new uint[length];
        _y = new uint[length];
        _block = new byte[largestBits + 7 >> 3];
    }

    /// <summary>Bytes of the modulus, and of every signature.</summary>
    public int Length => _bits + 7 >> 3;

    /// <summary>A verification is under way.</summary>
    public bool IsBusy => _work != Idle;

    /// <summary>The signature of the last verification that ended is good.</summary>
    public bool Verified { get; private set; }

    /// <summary>Takes a key, which is copied; false for one that cannot be an RSA key or has a length that is not taken.</summary>
    /// <param name="modulus">First byte highest; zeros in front do no harm.</param>
    /// <param name="exponent">Odd, at least 3.</param>
    public bool Set(byte[] modulus, int offset, int count, uint exponent)
    {
        Forget();
        for (; count > 0 && modulus[offset] == 0; count--) offset++;
        if (count << 3 < LeastBits || count > _block.Length || (exponent & 1) == 0 || exponent < 3) return false;
        Limbs.Load(modulus, offset, count, _modulus, _modulus.Length);
        int bits = Limbs.BitLength(_modulus, _modulus.Length);
        if ((_modulus[0] & 1) == 0 || bits < LeastBits || bits > _largestBits) return false;
        _bits = bits;
        _exponent = exponent;
        return true;
    }

    /// <summary>Begins a verification; false when the signature cannot be one: no key, another length, not below the modulus.</summary>
    /// <param name="digest">The SHA-256 of what is signed, copied.</param>
    /// <param name="signature">Copied, exactly <see cref="Length"/> bytes.</param>
    public bool BeginVerify(byte[] digest, int digestOffset, byte[] signature, int offset, int count)
    {
        Verified = false;
        _work = Idle;
        if (_bits == 0 || count != Length) return false;
        int length = Montgomery.LengthOf(_bits);
        Limbs.Load(signature, offset, count, _x, length);
        if (Limbs.Below(_x, _modulus, length) == 0) return false;
        Array.Copy(digest, digestOffset, _digest, 0, _digest.Length);
        if (_ready)
        {
            Enter();
            return true;
        }

        _work = Modulus;
        _field.BeginModulus(_modulus, _bits);
        return true;
    }

    /// <summary>One step of the verification under way; false when it is done.</summary>
    public bool Step()
    {
        switch (_work)
        {
            case Modulus:
                if (_field.Step()) break;
                _ready = true;
                Enter();
                break;
            case Entrance:
                if (_field.Step()) break;
                _work = Power;
                _power.Begin(_x, _exponent, _y);
                break;
            case Power:
                if (_power.Step()) break;
                _work = Exit;
                Array.Clear(_x, 0, _x.Length);
                _x[0] = 1;
                _field.BeginMultiply(_y, _x, _y);
                break;
            case Exit:
                if (_field.Step()) break;
                Pkcs1Signature.Write(_digest, 0, _block, Length);
                _work = Block;
                break;
            case Block:
                Limbs.Load(_block, 0, Length, _x, _field.Length);
                _work = Comparison;
                break;
            case Comparison:
                Limbs.ReduceOnce(_y, _modulus, _field.Length);
                Verified = Limbs.Same(_x, _y, _field.Length);
                _work = Idle;
                break;
        }

        return IsBusy;
    }

    /// <summary>Begins and ends a verification in one call: for whoever may take millions of instructions.</summary>
    public bool Verify(byte[] digest, int digestOffset, byte[] signature, int offset, int count)
    {
        if (!BeginVerify(digest, digestOffset, signature, offset, count)) return false;
        while (Step()) { }
        return Verified;
    }

    private void Forget()
    {
        _bits = 0;
        _work = Idle;
        _ready = false;
        Verified = false;
    }

    private void Enter()
    {
        _work = Entrance;
        _field.BeginMultiply(_x, _field.Square, _x);
    }
}
