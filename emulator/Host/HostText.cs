using System.Text;

namespace Nf.Emulator.Host;

/// <summary>Text in DATA: Windows-1250, control characters escaped.</summary>
/// <remarks>Windows-1250 has s and t with cedilla only; they stand for the Romanian letters with comma below.</remarks>
public static class HostText
{
    private const byte Escape = 0x10;
    private const byte Tab = 0x09;

    /// <summary>Windows-1250.</summary>
    internal static readonly Encoding CodePage = CodePagesEncodingProvider.Instance.GetEncoding(
        1250, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    /// <summary>DATA of whole fields: each is followed by TAB, and a TAB inside one is escaped.</summary>
    public static byte[] EncodeFields(IEnumerable<string> fields) => [.. fields.SelectMany(f => (byte[])[.. Encode(f, []), Tab])];

    /// <summary>DATA as it is written in scripts: TAB characters are the separators.</summary>
    public static byte[] EncodeData(string data) => Encode(data, [Tab]);

    /// <summary>One field as text.</summary>
    public static string Decode(ReadOnlySpan<byte> field)
    {
        List<byte> bytes = [];
        for (var i = 0; i < field.Length; i++)
        {
            var escaped = field[i] == Escape && i + 1 < field.Length;
            bytes.Add(escaped ? (byte)(field[++i] - 0x40) : field[i]);
        }

        return CodePage.GetString([.. bytes]).Replace('ş', 'ș').Replace('ţ', 'ț').Replace('Ş', 'Ș').Replace('Ţ', 'Ț');
    }

    /// <summary>The text with the letters that the code page has.</summary>
    internal static string ForCodePage(string text) =>
        text.Replace('ș', 'ş').Replace('ț', 'ţ').Replace('Ș', 'Ş').Replace('Ț', 'Ţ');

    private static byte[] Encode(string text, byte[] keep)
    {
        List<byte> bytes = [];
        foreach (var b in CodePage.GetBytes(ForCodePage(text)))
        {
            if (b >= 0x20 || keep.Contains(b)) bytes.Add(b);
            else bytes.AddRange([Escape, (byte)(b + 0x40)]);
        }

        return [.. bytes];
    }
}
