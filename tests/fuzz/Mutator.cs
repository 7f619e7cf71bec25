namespace Nf.Fuzz;

/// <summary>Changes inputs at random, the same way for the same seed: bytes, pieces, elements of DER whose lengths stay right, numbers and lines of text.</summary>
public sealed class Mutator(int seed)
{
    private static readonly byte[] s_interesting = [0, 1, 2, 3, 4, 5, 6, 0x0A, 0x0C, 0x0D, 0x20, 0x2D, 0x30, 0x31, 0x3D, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xA0, 0xA3, 0xFF];

    private readonly Random _random = new(seed);

    /// <summary>A number from 0 up to below <paramref name="below"/>.</summary>
    public int Next(int below) => _random.Next(below);

    /// <summary>A changed copy.</summary>
    /// <param name="data">Stays as it is.</param>
    /// <param name="other">Pieces may come from it.</param>
    /// <param name="longest">Bytes of it at most.</param>
    public byte[] Change(byte[] data, byte[] other, int longest)
    {
        var result = data;
        for (var times = 1 << _random.Next(4); times > 0; times--) result = Once(result, other);
        return result.Length > longest ? result[..longest] : ReferenceEquals(result, data) ? (byte[])data.Clone() : result;
    }

    private byte[] Once(byte[] data, byte[] other)
    {
        if (data.Length == 0) return [(byte)_random.Next(256)];
        var at = _random.Next(data.Length);
        return _random.Next(10) switch
        {
            0 => With(data, at, (byte)(data[at] ^ (1 << _random.Next(8)))),
            1 => With(data, at, s_interesting[_random.Next(s_interesting.Length)]),
            2 => With(data, at, (byte)(data[at] + _random.Next(-4, 5))),
            3 => [.. data[..at], .. data[Math.Min(data.Length, at + 1 + _random.Next(16))..]],
            4 => [.. data[..at], .. Piece(data), .. data[at..]],
            5 => [.. data[..at], .. Piece(other), .. data[at..]],
            6 => [.. data[..at], s_interesting[_random.Next(s_interesting.Length)], .. data[at..]],
            7 => TextShape.Change(data, _random),
            _ => DerShape.Change(data, other, _random),
        };
    }

    private byte[] Piece(byte[] from)
    {
        if (from.Length == 0) return [];
        var start = _random.Next(from.Length);
        return from[start..Math.Min(from.Length, start + 1 + _random.Next(32))];
    }

    private static byte[] With(byte[] data, int at, byte value)
    {
        var copy = (byte[])data.Clone();
        copy[at] = value;
        return copy;
    }
}
