using System.Buffers.Binary;
using System.Text;

namespace Nf.Emulator.Flash;

/// <summary>One converted assembly (.pe) of an image.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Version">Its version.</param>
/// <param name="Length">Its bytes, padding after it left out.</param>
public sealed record ImageAssembly(string Name, System.Version Version, int Length)
{
    private const int HeaderLength = 124;
    private const int HeaderCrcAt = 8;
    private const int BodyCrcAt = 12;
    private const int VersionAt = 28;
    private const int NameAt = 36;
    private const int TablesAt = 40;
    private const int StringTable = 11;
    private const int End = 15;

    private static readonly byte[] s_marker = "NFMRK1\0\0"u8.ToArray();

    /// <summary>Reads the assembly that begins here.</summary>
    /// <param name="bytes">From its first byte on.</param>
    /// <exception cref="InvalidDataException">There is none, or it is damaged.</exception>
    public static ImageAssembly Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith(s_marker)) throw new InvalidDataException("no assembly of the runtime's form begins there");
        byte[] header = [.. bytes[..HeaderLength]];
        header.AsSpan(HeaderCrcAt, 4).Clear();
        if (RuntimeCrc.Of(header) != Word(bytes, HeaderCrcAt)) throw new InvalidDataException("the check sum of an assembly's head is wrong");
        var length = (int)Word(bytes, TablesAt + 4 * End);
        if (length < HeaderLength || length > bytes.Length) throw new InvalidDataException("the last assembly is not whole");
        if (RuntimeCrc.Of(bytes[HeaderLength..length]) != Word(bytes, BodyCrcAt)) throw new InvalidDataException("the check sum of an assembly is wrong");
        return new ImageAssembly(NameOf(bytes[..length]), VersionOf(bytes), length);
    }

    private static System.Version VersionOf(ReadOnlySpan<byte> bytes) => new(Half(bytes, VersionAt), Half(bytes, VersionAt + 2),
        Half(bytes, VersionAt + 4), Half(bytes, VersionAt + 6));

    // Names that many assemblies have stand in the runtime's own table; the converter has no name of ours there.
    private static string NameOf(ReadOnlySpan<byte> bytes)
    {
        var at = Word(bytes, TablesAt + 4 * StringTable) + Half(bytes, NameAt);
        if (at >= bytes.Length) return "";
        var name = bytes[(int)at..];
        var end = name.IndexOf((byte)0);
        return end < 0 ? "" : Encoding.UTF8.GetString(name[..end]);
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ushort Half(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
