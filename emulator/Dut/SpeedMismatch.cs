namespace Nf.Emulator.Dut;

/// <summary>What a UART hears of bytes that are sent at another speed than it listens at.</summary>
/// <remarks>
/// A byte on the line is a start bit (low), eight bits from the lowest on, and a stop bit (high), each as long as the
/// sender's speed says; between bytes the line is high. The receiver waits for a falling edge and then looks at the middle of
/// each bit as long as its own speed says. A byte whose stop bit is low is handed over all the same, as most drivers do.
/// </remarks>
internal static class SpeedMismatch
{
    private const int DataBits = 8;
    private const int BitsOnLine = DataBits + 2;

    /// <summary>The bytes that are heard, none to several for each that was sent.</summary>
    /// <param name="sent">Sent with a short rest after each.</param>
    /// <param name="senderSpeed">In baud.</param>
    /// <param name="receiverSpeed">In baud.</param>
    public static byte[] Hear(ReadOnlySpan<byte> sent, int senderSpeed, int receiverSpeed)
    {
        List<byte> heard = [];
        var stretch = (double)senderSpeed / receiverSpeed;
        foreach (var b in sent) HearOne(Levels(b), stretch, heard);
        return [.. heard];
    }

    // The levels of one byte in its bits' time: start, data, stop.
    private static int Levels(byte value) => (value << 1) | (1 << (DataBits + 1));

    private static void HearOne(int levels, double stretch, List<byte> heard)
    {
        var edge = 0;
        while (edge < BitsOnLine)
        {
            var value = 0;
            for (var i = 0; i < DataBits; i++) value |= LevelAt(levels, edge + ((i + 1.5) * stretch)) << i;
            heard.Add((byte)value);
            edge = NextEdge(levels, Math.Max(edge + 1, (int)(edge + ((DataBits + 1.5) * stretch))));
        }
    }

    private static int LevelAt(int levels, double time) => time >= BitsOnLine ? 1 : (levels >> (int)time) & 1;

    private static int NextEdge(int levels, int from)
    {
        for (var i = from; i < BitsOnLine; i++)
        {
            if (LevelAt(levels, i - 1) == 1 && LevelAt(levels, i) == 0) return i;
        }

        return BitsOnLine;
    }
}
