using System.Text;
using Nf.Emulator.Host;

namespace Nf.Emulator.FiscalNet;

/// <summary>How the text files of POS programs are written: UTF-8, the code page of a Romanian Windows, or UTF-16 with a mark.</summary>
internal static class PosText
{
    /// <summary>UTF-8 that refuses what is none.</summary>
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding of a file: every file has one.</summary>
    internal static Encoding EncodingOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode;
        try
        {
            Utf8.GetCharCount(content);
            return Utf8;
        }
        catch (DecoderFallbackException)
        {
            return HostText.CodePage;
        }
    }

    /// <summary>A file's text, without a mark at its beginning.</summary>
    internal static string Decode(ReadOnlySpan<byte> content) => EncodingOf(content).GetString(content).TrimStart('\uFEFF');
}
