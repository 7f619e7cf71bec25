namespace Nf.Fuzz.Targets;

/// <summary>Holds what a register says to the rules of the line: NAK, SYN, or a whole frame whose length and sum are right.</summary>
internal static class HostAnswers
{
    private const int Nak = 0x15;
    private const int Syn = 0x16;
    private const int AfterSummed = 6;

    /// <summary>Checks all of it; returns how many frames there are.</summary>
    public static int Check(ReadOnlySpan<byte> bytes)
    {
        var frames = 0;
        while (bytes.Length > 0)
        {
            if (bytes[0] is Nak or Syn)
            {
                bytes = bytes[1..];
                continue;
            }

            bytes = bytes[Frame(bytes)..];
            frames++;
        }

        return frames;
    }

    private static int Frame(ReadOnlySpan<byte> bytes)
    {
        FuzzTargets.Check(bytes[0] == 0x01 && bytes.Length > AfterSummed, "an answer begins");
        var summed = Word(bytes[1..]) - 0x20;
        FuzzTargets.Check(summed > 0 && bytes.Length >= summed + AfterSummed, "an answer is whole");
        FuzzTargets.Check(bytes[summed] == 0x05 && bytes[summed - 9] == 0x04 && bytes[summed + 5] == 0x03, "an answer has its marks");
        var sum = 0;
        foreach (var value in bytes[1..(summed + 1)]) sum += value;
        FuzzTargets.Check(Word(bytes[(summed + 1)..]) == (sum & 0xFFFF), "an answer's sum");
        foreach (var value in bytes[10..(summed - 9)]) FuzzTargets.Check(value is >= 0x20 or 0x09 or 0x10, "DATA has no bare control bytes");
        return summed + AfterSummed;
    }

    private static int Word(ReadOnlySpan<byte> bytes) => (bytes[0] & 15) << 12 | (bytes[1] & 15) << 8 | (bytes[2] & 15) << 4 | bytes[3] & 15;
}
