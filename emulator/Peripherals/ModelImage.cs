using System.Text;

namespace Nf.Emulator.Peripherals;

/// <summary>What is wrong with a program that a model image stands for.</summary>
public enum ImageFault
{
    /// <summary>Nothing: it is the firmware.</summary>
    None,

    /// <summary>It cannot talk to the printer, and so fails its self test.</summary>
    Printer,

    /// <summary>It does not start at all.</summary>
    Start,
}

/// <summary>An image for the emulator: its first line says what the program is; the firmware itself is always the same.</summary>
/// <remarks><code>NF-IMAGE 0.2.0 none</code> and then bytes that mean nothing, as many as are wanted.</remarks>
/// <param name="Version">The version that the program bears.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record ModelImage(string Version, ImageFault Fault)
{
    /// <summary>Bytes that the first line is looked for in.</summary>
    internal const int HeadLength = 64;

    private const string Mark = "NF-IMAGE";

    /// <summary>The image's bytes.</summary>
    /// <param name="size">How many, at least <see cref="HeadLength"/>.</param>
    public byte[] ToBytes(int size)
    {
        var bytes = new byte[Math.Max(size, HeadLength)];
        new Random(size).NextBytes(bytes);
        Encoding.ASCII.GetBytes($"{Mark} {Version} {Fault.ToString().ToLowerInvariant()}\n").CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>What an image is; null for bytes that are none, which no board could start.</summary>
    public static ModelImage? Of(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var words = end < 0 ? [] : Encoding.ASCII.GetString(bytes[..end]).Split(' ');
        return words is [Mark, var version, var fault] && Enum.TryParse<ImageFault>(fault, ignoreCase: true, out var known) ? new ModelImage(version, known) : null;
    }
}
