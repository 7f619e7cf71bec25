using System.Text;
using Nf.Emulator.Host;

namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>A dropped file, read: what it asks for, or why that cannot be told.</summary>
/// <param name="Documents">The commands of each receipt or command, in order.</param>
/// <param name="Wrong">What is wrong with the file, in one line; null when nothing is.</param>
/// <param name="Encoding">How its text is written; the answer is written the same way.</param>
/// <param name="EndsLine">Its last line is ended.</param>
public sealed record BonFile(IReadOnlyList<IReadOnlyList<HostCommand>> Documents, string? Wrong, Encoding Encoding, bool EndsLine)
{
    /// <summary>The largest file that is taken, bytes.</summary>
    public const int SizeMost = 1 << 20;

    /// <summary>Reads a file's content. It may be anything.</summary>
    public static BonFile Read(string name, byte[] content)
    {
        var encoding = PosText.EncodingOf(content);
        var endsLine = content.AsSpan().TrimEnd((byte)0).EndsWith("\n"u8);
        try
        {
            return new BonFile(Translate(name, content, encoding), null, encoding, endsLine);
        }
        catch (FiscalNetException e)
        {
            return new BonFile([], e.Message, encoding, endsLine);
        }
    }

    /// <summary>An answer to this file, written as the file is.</summary>
    public byte[] Encode(string answer) =>
        [.. Encoding.Preamble, .. Encoding.GetBytes(Encoding == HostText.CodePage ? HostText.ForCodePage(answer) : answer)];

    private static List<IReadOnlyList<HostCommand>> Translate(string name, byte[] content, Encoding encoding)
    {
        if (content.Length > SizeMost) throw new FiscalNetException(new SourceLine(name, 1), $"the file has more than {SizeMost} bytes");
        var text = encoding == PosText.Utf8 ? content : PosText.Utf8.GetBytes(PosText.Decode(content));
        var documents = FiscalNetReader.Read(name, text);
        if (documents.Count == 0) throw new FiscalNetException(new SourceLine(name, 1), "the file asks for nothing");
        var moved = documents.OfType<FiscalNetDocument.ClockMove>().FirstOrDefault();
        if (moved is not null) throw new FiscalNetException(moved.Source, "'@' moves a virtual clock, and this register lives in real time");
        return [.. documents.Select(FiscalNetTranslator.Translate)];
    }
}
