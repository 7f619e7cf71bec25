using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Crypto;

/// <summary>Writes a private key as TLS stacks take it: PKCS#1 (RFC 8017, A.1.2).</summary>
/// <remarks><code>der.Begin(key); while (der.Step()) { } ... der.Bytes, der.Count ... der.Wipe();</code></remarks>
internal sealed class KeyDer : IStepwise
{
    /// <summary>What the text form is labelled with.</summary>
    internal const string Label = "RSA PRIVATE KEY";

    /// <summary>Bytes that the DER of a key takes at most: nine numbers with their heads, and one head around them.</summary>
    private const int MaxCount = 4 + 3 + 2 * (RsaKeySize.ModulusLength + 5) + 5 + 5 * (RsaKeySize.PrimeLength + 4);

    private readonly RsaArithmetic _rsa;
    private byte[] _key;
    private byte[] _exponent;
    private int _step;

    /// <param name="rsa">Room to compute d in.</param>
    internal KeyDer(RsaArithmetic rsa) => _rsa = rsa;

    /// <summary>The key, from <see cref="Begin"/> to <see cref="Wipe"/>; there are none before and after.</summary>
    internal byte[] Bytes { get; private set; }

    internal int Count { get; private set; }

    /// <summary>Begins with a key that stays as it is meanwhile; see <see cref="RsaKeyBytes"/>.</summary>
    internal void Begin(byte[] key)
    {
        _key = key;
        _exponent = new byte[RsaKeySize.ModulusLength];
        Bytes = new byte[MaxCount];
        Count = 0;
        _step = 0;
    }

    /// <inheritdoc/>
    /// <remarks>d is the inverse of e modulo (p - 1)(q - 1) = n - (p - 1) - q.</remarks>
    public bool Step()
    {
        switch (_step++)
        {
            case 0:
                Limbs.Load(_key, RsaKeyBytes.Modulus, RsaKeySize.ModulusLength, _rsa.A, RsaArithmetic.Length);
                return true;
            case 1:
                Limbs.Load(_key, RsaKeyBytes.PrimeP, RsaKeySize.PrimeLength, _rsa.B, RsaArithmetic.Length);
                Limbs.SubtractSmall(_rsa.B, 1, RsaArithmetic.Length);
                Limbs.Subtract(_rsa.A, _rsa.B, -1, RsaArithmetic.Length);
                return true;
            case 2:
                Limbs.Load(_key, RsaKeyBytes.PrimeQ, RsaKeySize.PrimeLength, _rsa.B, RsaArithmetic.Length);
                Limbs.Subtract(_rsa.A, _rsa.B, -1, RsaArithmetic.Length);
                return true;
            case 3:
                RsaExponent.Invert(_rsa.A, RsaArithmetic.Length);
                return true;
            case 4:
                Limbs.Store(_rsa.A, _exponent, 0, _exponent.Length);
                _rsa.Wipe();
                return true;
            default:
                Write();
                return false;
        }
    }

    /// <summary>Overwrites what was written.</summary>
    internal void Wipe()
    {
        if (Bytes == null) return;
        Array.Clear(Bytes, 0, Bytes.Length);
        Array.Clear(_exponent, 0, _exponent.Length);
        Bytes = null;
        _exponent = null;
        _key = null;
    }

    private void Write()
    {
        Count = 4;
        Integer(Version, 0, 1);
        Integer(_key, RsaKeyBytes.Modulus, RsaKeySize.ModulusLength);
        Integer(PublicExponent, 0, 3);
        Integer(_exponent, 0, _exponent.Length);
        for (int part = RsaKeyBytes.PrimeP; part < RsaKeyBytes.Blinder; part += RsaKeySize.PrimeLength) Integer(_key, part, RsaKeySize.PrimeLength);
        Bytes[0] = 0x30;
        Bytes[1] = 0x82;
        Bytes[2] = (byte)(Count - 4 >> 8);
        Bytes[3] = (byte)(Count - 4);
    }

    /// <summary>An INTEGER: no zeros in front but one before a highest bit.</summary>
    private void Integer(byte[] number, int from, int count)
    {
        while (count > 1 && number[from] == 0)
        {
            from++;
            count--;
        }

        int length = (number[from] & 0x80) != 0 ? count + 1 : count;
        Put(2);
        if (length > 0xFF)
        {
            Put(0x82);
            Put((byte)(length >> 8));
        }
        else if (length > 0x7F)
        {
            Put(0x81);
        }

        Put((byte)length);
        if (length > count) Put(0);
        Array.Copy(number, from, Bytes, Count, count);
        Count += count;
    }

    private void Put(byte value) => Bytes[Count++] = value;

    private static readonly byte[] Version = new byte[1];

    private static readonly byte[] PublicExponent = { 1, 0, 1 };
}
