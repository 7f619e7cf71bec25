using System.Buffers.Binary;
using System.Text;
using Nf.Emulator.Flash;

namespace Nf.Tests.Machine.Flash;

/// <summary>An application's image as the converter writes it, made by hand: heads, tables of strings, check sums, padding.</summary>
internal static class TestImage
{
    private const int HeadLength = 124;
    private const int StringTable = 11;
    private const int End = 15;

    /// <summary>The image of a board's program: the runtime's library, firmware of this version, the program.</summary>
    public static byte[] Of(FlashBoard board) => [.. Assembly("mscorlib", ""), .. Assembly("Nf.Firmware", Nf.Firmware.Version.Number), .. Assembly(board.Program, "")];

    /// <summary>One assembly, padded to four bytes.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="text">Another string in it.</param>
    public static byte[] Assembly(string name, string text)
    {
        byte[] strings = [0, .. Encoding.UTF8.GetBytes(name), 0, .. Encoding.UTF8.GetBytes(text), 0];
        var bytes = new byte[HeadLength + strings.Length];
        "NFMRK1\0\0"u8.CopyTo(bytes);
        Half(bytes, 28, 1);
        Half(bytes, 30, 17);
        Half(bytes, 36, 1);
        for (var table = 0; table <= End; table++) Word(bytes, 40 + 4 * table, (uint)(table <= StringTable ? HeadLength : bytes.Length));
        strings.CopyTo(bytes, HeadLength);
        Word(bytes, 12, RuntimeCrc.Of(strings));
        Word(bytes, 8, RuntimeCrc.Of(bytes.AsSpan(0, HeadLength)));
        return [.. bytes, .. new byte[(4 - bytes.Length % 4) % 4]];
    }

    private static void Word(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);

    private static void Half(byte[] bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);
}
