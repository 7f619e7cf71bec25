using System;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Access;

/// <summary>HMAC-SHA-256 over the salt with the password as key, repeated: what is kept in place of a password. A few rounds a step.</summary>
/// <remarks>
/// Round 1 is over the salt, each further round over the digest before and the salt. One round costs a board without
/// native code about 25,000 instructions, so that all of them come to about a second and a step stays far below the
/// watchdog's time.
/// No number of rounds saves four digits from somebody who has taken the memory out: that is what the seal is for. The
/// salt keeps equal passwords from looking alike and tables made elsewhere from fitting.
/// </remarks>
internal sealed class PasswordHash
{
    private const int Rounds = 32;
    private const int RoundsPerStep = 2;

    private readonly ICryptoPrimitives _primitives;
    private readonly byte[] _digest = new byte[Sha256.DigestLength];
    private readonly byte[] _salt = new byte[16];
    private int _saltLength;
    private int _round;

    // Only a register whose people have chosen passwords needs it.
    private IKeyedHash _mac;

    internal PasswordHash(ICryptoPrimitives primitives) => _primitives = primitives;

    /// <summary>Rounds are left to do.</summary>
    internal bool IsUnderWay => _round > 0 && _round < Rounds;

    /// <summary>The digest of the round done last.</summary>
    internal byte[] Digest => _digest;

    /// <summary>Does the first round.</summary>
    internal void Begin(byte[] salt, int saltOffset, int saltLength, byte[] text, int offset, int length)
    {
        Array.Copy(salt, saltOffset, _salt, 0, saltLength);
        _saltLength = saltLength;
        if (_mac == null) _mac = _primitives.NewKeyedHash();
        _mac.SetKey(text, offset, length);
        _mac.Update(_salt, 0, _saltLength);
        _mac.Finish(_digest, 0);
        _round = 1;
    }

    /// <summary>Does some more; true when all are done.</summary>
    internal bool Step()
    {
        for (int i = 0; i < RoundsPerStep && _round < Rounds; i++, _round++)
        {
            _mac.Update(_digest, 0, _digest.Length);
            _mac.Update(_salt, 0, _saltLength);
            _mac.Finish(_digest, 0);
        }

        return _round == Rounds;
    }

    /// <summary>Forgets password and digest.</summary>
    internal void Clear()
    {
        if (_round == 0) return;
        _round = 0;
        _mac.SetKey(_salt, 0, 0);
        Array.Clear(_salt, 0, _salt.Length);
        Array.Clear(_digest, 0, _digest.Length);
    }
}
