namespace Nf.Fuzz;

/// <summary>Replaces, drops, doubles or fills one element of DER and mends the lengths around it, so that parsers get past them.</summary>
internal static class DerShape
{
    private const int MaxDepth = 24;

    /// <summary>A changed copy; the data themselves when they are no DER.</summary>
    public static byte[] Change(byte[] data, byte[] other, Random random)
    {
        // The way down to an element: where each one around it begins.
        var starts = new int[MaxDepth];
        var depth = 0;
        int at = 0, end = data.Length;
        while (true)
        {
            if (!Header(data, at, end, out var content, out var next)) return data;
            if (next < end && random.Next(2) == 0) at = next;
            else if ((data[at] & 0x20) != 0 && content < next && depth < MaxDepth && random.Next(4) != 0) (starts[depth++], at, end) = (at, content, next);
            else return Mend(data, starts.AsSpan(0, depth), at, next, Instead(data, at, content, next, other, random));
        }
    }

    private static byte[] Instead(byte[] data, int at, int content, int next, byte[] other, Random random) => random.Next(5) switch
    {
        0 => [],
        1 => [.. data[at..next], .. data[at..next]],
        2 => Element(data[at], Some(other, random)),
        3 => Element((byte)random.Next(256), data[content..next]),
        _ => Element(data[at], [.. data[content..next], (byte)random.Next(256)]),
    };

    private static byte[] Some(byte[] from, Random random)
    {
        var start = random.Next(from.Length + 1);
        return from[start..Math.Min(from.Length, start + random.Next(9))];
    }

    private static byte[] Mend(byte[] data, ReadOnlySpan<int> starts, int at, int next, byte[] instead)
    {
        var inner = instead;
        int from = at, to = next;
        for (var level = starts.Length - 1; level >= 0; level--)
        {
            Header(data, starts[level], data.Length, out var content, out var end);
            inner = Element(data[starts[level]], [.. data[content..from], .. inner, .. data[to..end]]);
            (from, to) = (starts[level], end);
        }

        return [.. data[..from], .. inner, .. data[to..]];
    }

    private static byte[] Element(byte tag, byte[] content) => content.Length switch
    {
        < 0x80 => [tag, (byte)content.Length, .. content],
        < 0x100 => [tag, 0x81, (byte)content.Length, .. content],
        _ => [tag, 0x82, (byte)(content.Length >> 8), (byte)content.Length, .. content],
    };

    private static bool Header(byte[] data, int at, int end, out int content, out int next)
    {
        content = at + 2;
        next = 0;
        if (end - at < 2) return false;
        int length = data[at + 1];
        if (length >= 0x80)
        {
            var bytes = length - 0x80;
            if (bytes is < 1 or > 2 || end - content < bytes) return false;
            length = bytes == 1 ? data[content] : data[content] << 8 | data[content + 1];
            content += bytes;
        }

        next = content + length;
        return next <= end;
    }
}
