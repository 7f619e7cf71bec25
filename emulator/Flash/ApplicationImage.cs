using System.Text;

namespace Nf.Emulator.Flash;

/// <summary>What is put into the application's partition: converted assemblies, one behind the other, the program last.</summary>
/// <param name="Assemblies">In the image's order.</param>
/// <param name="Bytes">The whole image.</param>
public sealed record ApplicationImage(IReadOnlyList<ImageAssembly> Assemblies, byte[] Bytes)
{
    /// <summary>Reads an image and checks every sum in it.</summary>
    /// <exception cref="InvalidDataException">It is none, or is damaged; says where.</exception>
    public static ApplicationImage Read(byte[] bytes)
    {
        List<ImageAssembly> assemblies = [];
        for (var at = 0; at < bytes.Length;)
        {
            if (IsPadding(bytes.AsSpan(at))) break;
            try
            {
                assemblies.Add(ImageAssembly.Read(bytes.AsSpan(at)));
            }
            catch (InvalidDataException e)
            {
                throw new InvalidDataException($"at byte {at}: {e.Message}");
            }

            at += Aligned(assemblies[^1].Length);
        }

        return assemblies.Count > 0 ? new ApplicationImage(assemblies, bytes) : throw new InvalidDataException("it is empty");
    }

    /// <summary>The text stands in it, as its strings do: UTF-8, ended by a zero.</summary>
    public bool Contains(string text) => Bytes.AsSpan().IndexOf((byte[])[0, .. Encoding.UTF8.GetBytes(text), 0]) >= 0;

    private static int Aligned(int length) => (length + 3) / 4 * 4;

    private static bool IsPadding(ReadOnlySpan<byte> rest) => rest.IndexOfAnyExcept((byte)0) < 0 || rest.IndexOfAnyExcept((byte)0xFF) < 0;
}
