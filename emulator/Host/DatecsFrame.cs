namespace Nf.Emulator.Host;

/// <summary>Builds requests and reads answers of the Datecs protocol, from the host's side.</summary>
/// <remarks>Written from the protocol's description alone, so that it checks the firmware instead of sharing its mistakes.</remarks>
public static class DatecsFrame
{
    /// <summary>The register asks for the frame again.</summary>
    public const byte Nak = 0x15;

    /// <summary>The register asks for patience.</summary>
    public const byte Syn = 0x16;

    /// <summary>First byte of a frame.</summary>
    public const byte First = 0x01;

    /// <summary>Last byte of a frame.</summary>
    public const byte Last = 0x03;

    private const int StatusLength = 8;

    /// <summary>A request: <c>01 LEN SEQ CMD DATA 05 BCC 03</c>.</summary>
    /// <param name="sequence">20h..FFh.</param>
    /// <param name="command">0..65535.</param>
    /// <param name="data">DATA as it goes on the line, escapes included.</param>
    public static byte[] Build(byte sequence, int command, ReadOnlySpan<byte> data)
    {
        List<byte> summed = [.. Word(data.Length + 10 + 0x20), sequence, .. Word(command), .. data, 0x05];
        return [First, .. summed, .. Word(summed.Sum(b => b)), Last];
    }

    /// <summary>Reads an answer: <c>01 LEN SEQ CMD DATA 04 STATUS 05 BCC 03</c>.</summary>
    /// <returns>Null when anything about the frame is wrong.</returns>
    public static DatecsReply? Parse(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 25 || frame[0] != First || frame[^1] != Last) return null;
        var summed = frame[1..^5];
        if (Number(summed[..4]) != summed.Length + 0x20 || Number(frame[^5..^1]) != Sum(summed)) return null;
        var status = summed[^(StatusLength + 1)..^1];
        if (summed[^1] != 0x05 || summed[^(StatusLength + 2)] != 0x04 || Number(summed[5..9]) is not { } command) return null;
        foreach (var b in status)
        {
            if (b < 0x80) return null;
        }

        return DatecsReply.From(summed[4], command, summed[9..^(StatusLength + 2)], status);
    }

    private static byte[] Word(int value) => [Digit(value >> 12), Digit(value >> 8), Digit(value >> 4), Digit(value)];

    private static byte Digit(int value) => (byte)(0x30 | (value & 0x0F));

    private static int? Number(ReadOnlySpan<byte> word)
    {
        var number = 0;
        foreach (var b in word)
        {
            if (b >> 4 != 3) return null;
            number = (number * 16) + (b & 0x0F);
        }

        return number;
    }

    private static int Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var b in bytes) sum += b;
        return sum % 0x10000;
    }
}
