namespace Nf.Tests.Unit;

/// <summary>Strings for tests as bytes, and bytes as strings that an assertion shows well; no encoder needed.</summary>
internal static class Ascii
{
    public static byte[] Bytes(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)text[i];
        return bytes;
    }

    public static string Text(byte[] bytes, int offset, int count)
    {
        char[] chars = new char[count];
        for (int i = 0; i < count; i++) chars[i] = (char)bytes[offset + i];
        return new string(chars);
    }

    public static string Hex(byte[] bytes, int offset, int count)
    {
        char[] chars = new char[2 * count];
        for (int i = 0; i < count; i++)
        {
            chars[2 * i] = "0123456789abcdef"[bytes[offset + i] >> 4];
            chars[2 * i + 1] = "0123456789abcdef"[bytes[offset + i] & 15];
        }

        return new string(chars);
    }
}
