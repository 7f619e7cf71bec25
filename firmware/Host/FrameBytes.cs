namespace Nf.Firmware.Host;

/// <summary>The single bytes and the sizes of the Datecs frame.</summary>
/// <remarks>
/// Host to register: <c>01 LEN(4) SEQ CMD(4) DATA 05 BCC(4) 03</c>; back, <c>04 STATUS(8)</c> stands between DATA and 05.
/// LEN, CMD and BCC are 16-bit words sent as four nibbles, the highest first, each plus 30h.
/// </remarks>
internal static class FrameBytes
{
    /// <summary>Begins a frame; it never occurs inside one.</summary>
    public const byte Start = 0x01;

    /// <summary>Ends a frame.</summary>
    public const byte End = 0x03;

    /// <summary>Comes before the status bytes of an answer.</summary>
    public const byte BeforeStatus = 0x04;

    /// <summary>Ends the part that LEN counts and BCC sums.</summary>
    public const byte EndOfSummed = 0x05;

    /// <summary>Comes after each field of DATA.</summary>
    public const byte Tab = 0x09;

    /// <summary>In DATA: the next byte less 40h is a control byte that belongs to a text.</summary>
    public const byte Escape = 0x10;

    /// <summary>What an escaped byte is raised by.</summary>
    public const byte EscapeOffset = 0x40;

    /// <summary>Alone: the frame that came was wrong, send it again.</summary>
    public const byte Nak = 0x15;

    /// <summary>Alone: the command is not finished, wait.</summary>
    public const byte Syn = 0x16;

    /// <summary>Smallest byte of a text, and smallest SEQ.</summary>
    public const byte FirstPrintable = 0x20;

    /// <summary>Added to each nibble of a word.</summary>
    public const byte DigitOffset = 0x30;

    /// <summary>Added to the count that LEN carries.</summary>
    public const int LengthOffset = 0x20;

    /// <summary>Bytes of STATUS.</summary>
    public const int StatusLength = 8;

    /// <summary>
    /// Largest DATA in either direction. The public manual says 213 bytes towards the register and 218 back, and in the
    /// same text allows barcodes of up to 400 characters; 480 takes those with their other fields, and a journal line with
    /// every control byte escaped.
    /// </summary>
    public const int MaxData = 480;

    /// <summary>What a request has besides DATA.</summary>
    public const int RequestOverhead = 16;

    /// <summary>What an answer has besides DATA.</summary>
    public const int AnswerOverhead = 25;

    /// <summary>Where a request's DATA begins.</summary>
    public const int DataOffset = 10;

    /// <summary>The byte is one of the sixteen that words are sent with.</summary>
    public static bool IsDigit(byte b) => b >= DigitOffset && b < DigitOffset + 16;

    /// <summary>Reads a word; the bytes are known to be digits.</summary>
    public static int ReadWord(byte[] buffer, int offset) =>
        (buffer[offset] & 15) << 12 | (buffer[offset + 1] & 15) << 8 | (buffer[offset + 2] & 15) << 4 | buffer[offset + 3] & 15;

    /// <summary>Writes the low 16 bits as a word.</summary>
    public static void WriteWord(byte[] buffer, int offset, int word)
    {
        buffer[offset] = (byte)(DigitOffset | word >> 12 & 15);
        buffer[offset + 1] = (byte)(DigitOffset | word >> 8 & 15);
        buffer[offset + 2] = (byte)(DigitOffset | word >> 4 & 15);
        buffer[offset + 3] = (byte)(DigitOffset | word & 15);
    }
}
