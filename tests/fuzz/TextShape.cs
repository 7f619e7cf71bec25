using System.Text;

namespace Nf.Fuzz;

/// <summary>Changes a number or a line of text as a whole, which single bytes hardly ever do.</summary>
internal static class TextShape
{
    private static readonly byte[][] s_numbers =
        [.. new[] { "0", "00", "1", "16", "255", "512", "513", "65535", "65536", "99999", "1000000", "9999999", "2147483647", "2147483648", "4294967296", "-1", "fffff" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>A changed copy; the data themselves when there is nothing to change.</summary>
    public static byte[] Change(byte[] data, Random random)
    {
        var at = random.Next(data.Length);
        return random.Next(2) == 0 ? Number(data, at, random) : Line(data, at, random.Next(3));
    }

    private static byte[] Number(byte[] data, int at, Random random)
    {
        var start = data.AsSpan(at).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start < 0) return data;
        start += at;
        var count = data.AsSpan(start).IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var end = count < 0 ? data.Length : start + count;
        return [.. data[..start], .. s_numbers[random.Next(s_numbers.Length)], .. data[end..]];
    }

    // Left out, twice, or its first half alone.
    private static byte[] Line(byte[] data, int at, int how)
    {
        var start = data.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        var count = data.AsSpan(at).IndexOf((byte)'\n');
        var end = count < 0 ? data.Length : at + count + 1;
        return how switch
        {
            0 => [.. data[..start], .. data[end..]],
            1 => [.. data[..end], .. data[start..]],
            _ => [.. data[..at], .. data[end..]],
        };
    }
}
