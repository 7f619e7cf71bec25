using System;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Access;

/// <summary>SHA-256 over salt and password, repeated: what is kept in place of a password. A few rounds a step.</summary>
/// <remarks>
/// Round 1 hashes salt and text, each further round the digest before with both. One round costs a board about 12,000
/// instructions, so that all of them come to about a second and a step stays far below the watchdog's time.
/// No number of rounds saves four digits from somebody who has taken the memory out: that is what the seal is for. The
/// salt keeps equal passwords from looking alike and tables made elsewhere from fitting.
/// </remarks>
internal sealed class PasswordHash
{
    private const int Rounds = 64;
    private const int RoundsPerStep = 4;

    private readonly Sha256 _sha = new Sha256();
    private readonly byte[] _digest = new byte[Sha256.DigestLength];
    private readonly byte[] _input = new byte[32];
    private int _inputLength;
    private int _round;

    /// <summary>Rounds are left to do.</summary>
    internal bool IsUnderWay => _round > 0 && _round < Rounds;

    /// <summary>The digest of the round done last.</summary>
    internal byte[] Digest => _digest;

    /// <summary>Does the first round.</summary>
    internal void Begin(byte[] salt, int saltOffset, int saltLength, byte[] text, int offset, int length)
    {
        Array.Copy(salt, saltOffset, _input, 0, saltLength);
        Array.Copy(text, offset, _input, saltLength, length);
        _inputLength = saltLength + length;
        _sha.Reset();
        _sha.Update(_input, 0, _inputLength);
        _sha.Finish(_digest, 0);
        _round = 1;
    }

    /// <summary>Does some more; true when all are done.</summary>
    internal bool Step()
    {
        for (int i = 0; i < RoundsPerStep && _round < Rounds; i++, _round++)
        {
            _sha.Reset();
            _sha.Update(_digest, 0, _digest.Length);
            _sha.Update(_input, 0, _inputLength);
            _sha.Finish(_digest, 0);
        }

        return _round == Rounds;
    }

    /// <summary>Forgets password and digest.</summary>
    internal void Clear()
    {
        _round = 0;
        Array.Clear(_input, 0, _input.Length);
        Array.Clear(_digest, 0, _digest.Length);
    }
}
