using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Crypto;

/// <summary>Makes a signature RSA-2048 PKCS#1 v1.5 with SHA-256, in bounded steps of at most 20,000 instructions.</summary>
/// <remarks>
/// The block is blinded before the private exponent touches it: it is multiplied by r^e of an r that nobody knows, and
/// the signature by the inverse of r. r is the key's own random number raised to a fresh random exponent, for an inverse
/// costs more than all the rest. What comes out is checked with the public exponent before it is good: a fault while one
/// half is computed would otherwise give away the key (Boneh, DeMillo and Lipton, 1997).
/// </remarks>
internal sealed class RsaSigning : IStepwise
{
    private readonly RsaArithmetic _rsa;
    private readonly byte[] _block = new byte[RsaKeySize.ModulusLength];
    private IStepwise _runner;
    private byte[] _key;
    private uint _fresh;
    private int _phase;

    /// <param name="rsa">Room to work in; nobody else works there meanwhile.</param>
    public RsaSigning(RsaArithmetic rsa) => _rsa = rsa;

    /// <summary>The last signature was made and is right.</summary>
    public bool Good { get; private set; }

    /// <summary>The signature, when it is good.</summary>
    public byte[] Signature { get; } = new byte[RsaKeySize.ModulusLength];

    /// <summary>Begins a signature.</summary>
    /// <param name="key">See <see cref="RsaKeyBytes"/>; it is read as the work goes on.</param>
    /// <param name="fresh">A random number, for the blinding.</param>
    /// <param name="digest">Copied.</param>
    public void Begin(byte[] key, uint fresh, byte[] digest, int digestOffset)
    {
        _key = key;
        _fresh = fresh | 1;
        Good = false;
        Pkcs1Signature.Write(digest, digestOffset, _block, _block.Length);
        _rsa.BeginModulus(key);
        _runner = _rsa.Field;
        _phase = 0;
    }

    /// <inheritdoc/>
    public bool Step() => _runner.Step() || Next();

    private bool Next()
    {
        switch (_phase++)
        {
            case 0:
                return Enter(RsaKeyBytes.Blinder);
            case 1:
            case 4:
                return Raise(_fresh);
            case 2:
                Limbs.Load(_block, 0, _block.Length, _rsa.D, RsaArithmetic.Length);
                return Multiply(_rsa.D);
            case 3:
                Limbs.ReduceOnce(_rsa.C, _rsa.Field.Modulus, RsaArithmetic.Length);
                return Enter(RsaKeyBytes.Unblinder);
            case 5:
                _rsa.Crt.Begin(_key, _key, RsaKeyBytes.ExponentP, _rsa.C, _rsa.C);
                _runner = _rsa.Crt;
                return true;
            case 6:
                _rsa.BeginModulus(_key);
                _runner = _rsa.Field;
                return true;
            case 7:
                return Multiply(_rsa.C);
            case 8:
                Limbs.ReduceOnce(_rsa.C, _rsa.Field.Modulus, RsaArithmetic.Length);
                Limbs.Store(_rsa.C, Signature, 0, Signature.Length);
                Array.Copy(_rsa.C, _rsa.A, RsaArithmetic.Length);
                _rsa.BeginEnter(_rsa.A);
                return true;
            case 9:
                return Raise(RsaExponent.Public);
            case 10:
                _rsa.BeginLeave(_rsa.B, _rsa.A);
                _runner = _rsa.Field;
                return true;
            case 11:
                Limbs.ReduceOnce(_rsa.B, _rsa.Field.Modulus, RsaArithmetic.Length);
                Good = Limbs.Same(_rsa.B, _rsa.D, RsaArithmetic.Length);
                if (!Good) Array.Clear(Signature, 0, Signature.Length);
                return false;
            default:
                return false;
        }
    }

    private bool Enter(int at)
    {
        Limbs.Load(_key, at, RsaKeySize.ModulusLength, _rsa.A, RsaArithmetic.Length);
        _rsa.BeginEnter(_rsa.A);
        _runner = _rsa.Field;
        return true;
    }

    private bool Raise(uint exponent)
    {
        _rsa.Public.Begin(_rsa.A, exponent, _rsa.B);
        _runner = _rsa.Public;
        return true;
    }

    /// <summary>C = x times what was raised last.</summary>
    private bool Multiply(uint[] x)
    {
        _rsa.Field.BeginMultiply(x, _rsa.B, _rsa.C);
        _runner = _rsa.Field;
        return true;
    }
}
