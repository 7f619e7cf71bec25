namespace Nf.Boards.Virtual;

/// <summary>The code page of the host line, as far as the script's texts go.</summary>
public static class Windows1250
{
    private const string Letters = "ĂÂÎȘȚăâîșț";

    private static readonly byte[] s_bytes = { 0xC3, 0xC2, 0xCE, 0xAA, 0xDE, 0xE3, 0xE2, 0xEE, 0xBA, 0xFE };

    /// <summary>A character's byte; letters with comma below are sent as those with cedilla.</summary>
    public static byte Byte(char character)
    {
        if (character < 0x80) return (byte)character;
        for (int i = 0; i < Letters.Length; i++)
        {
            if (Letters[i] == character) return s_bytes[i];
        }

        return (byte)'?';
    }
}
