using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Crypto;

/// <summary>Random bytes fit for keys: HMAC_DRBG with SHA-256 (SP 800-90A, 10.1.2), seeded anew for every request.</summary>
/// <remarks>A step is one HMAC. Without fresh bytes from the hardware nothing is given.</remarks>
internal sealed class HmacDrbg : IStepwise
{
    private const int Length = Sha256.DigestLength;
    private const int SeedKey = 0;
    private const int SeedAgain = 3;
    private const int Output = 6;
    private const int LastKey = 7;
    private const int End = 10;

    private readonly IRandomSource _source;
    private readonly HmacSha256 _mac = new HmacSha256();
    private readonly byte[] _key = new byte[Length];
    private readonly byte[] _value = new byte[Length];
    private readonly byte[] _seed = new byte[Length];
    private readonly byte[] _mark = new byte[1];
    private byte[] _buffer;
    private int _offset;
    private int _count;
    private int _phase = End;

    /// <param name="source">The hardware.</param>
    public HmacDrbg(IRandomSource source)
    {
        _source = source;
        for (int i = 0; i < Length; i++) _value[i] = 1;
        _mac.SetKey(_key, 0, Length);
    }

    /// <summary>Begins to fill a range.</summary>
    public DeviceResult Begin(byte[] buffer, int offset, int count)
    {
        DeviceResult result = _source.Read(_seed, 0, Length);
        if (result != DeviceResult.Ok) return result;
        _buffer = buffer;
        _offset = offset;
        _count = count;
        _phase = SeedKey;
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public bool Step()
    {
        switch (_phase)
        {
            case SeedKey:
                MakeKey(0, true);
                break;
            case SeedAgain:
                MakeKey(1, true);
                break;
            case LastKey:
                Array.Clear(_seed, 0, Length);
                MakeKey(0, false);
                break;
            case SeedKey + 1:
            case SeedAgain + 1:
            case LastKey + 1:
                _mac.SetKey(_key, 0, Length);
                break;
            case SeedKey + 2:
            case SeedAgain + 2:
            case LastKey + 2:
                MakeValue();
                break;
            case Output:
                Give();
                if (_count > 0) return true;
                break;
            default:
                return false;
        }

        _phase++;
        return _phase != End;
    }

    private void MakeKey(byte mark, bool seeded)
    {
        _mark[0] = mark;
        _mac.Update(_value, 0, Length);
        _mac.Update(_mark, 0, 1);
        if (seeded) _mac.Update(_seed, 0, Length);
        _mac.Finish(_key, 0);
    }

    private void MakeValue()
    {
        _mac.Update(_value, 0, Length);
        _mac.Finish(_value, 0);
    }

    private void Give()
    {
        MakeValue();
        int part = _count < Length ? _count : Length;
        Array.Copy(_value, 0, _buffer, _offset, part);
        _offset += part;
        _count -= part;
    }
}
