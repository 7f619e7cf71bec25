using System.Text;

namespace Nf.Emulator.FiscalNet;

/// <summary>Reads a file of the FiscalNet language into the documents that it asks for.</summary>
/// <remarks>
/// A receipt is a run of lines up to a blank line or the file's end; comments in it do not count. A command or a move
/// of the clock stands for itself, outside receipts.
/// </remarks>
public sealed class FiscalNetReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<FiscalNetDocument> _documents = [];
    private List<FiscalNetLine> _receipt = [];
    private DateTime _time = DateTime.MinValue;

    private FiscalNetReader()
    {
    }

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="content">Its bytes: UTF-8, with or without a byte order mark.</param>
    /// <exception cref="FiscalNetException">A line is wrong; the first one that is.</exception>
    public static IReadOnlyList<FiscalNetDocument> Read(string file, ReadOnlySpan<byte> content)
    {
        var reader = new FiscalNetReader();
        if (content.StartsWith(Encoding.UTF8.Preamble)) content = content[Encoding.UTF8.Preamble.Length..];
        var number = 0;
        foreach (var range in content.Split((byte)'\n')) reader.Take(content[range], new SourceLine(file, ++number));
        reader.EndReceipt();
        return reader._documents;
    }

    private void Take(ReadOnlySpan<byte> bytes, SourceLine source)
    {
        var text = Decode(bytes, source).TrimEnd();
        if (text.Length == 0) EndReceipt();
        else if (text[0] != '#') Add(LineParser.Parse(text, source));
    }

    private static string Decode(ReadOnlySpan<byte> bytes, SourceLine source)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new FiscalNetException(source, "not valid UTF-8");
        }
    }

    private void Add(FiscalNetLine line)
    {
        if (line is FiscalNetLine.Clock clock) Stand(new FiscalNetDocument.ClockMove(Later(clock)));
        else if (line is FiscalNetLine.Report or FiscalNetLine.ServiceSum) Stand(new FiscalNetDocument.Command(line));
        else _receipt.Add(line);
    }

    private void Stand(FiscalNetDocument document)
    {
        if (_receipt.Count > 0)
            throw new FiscalNetException(document.Source, "inside a receipt; leave a blank line after the receipt's last line");
        _documents.Add(document);
    }

    private FiscalNetLine.Clock Later(FiscalNetLine.Clock clock)
    {
        if (clock.Time < _time) throw new FiscalNetException(clock.Source, "the clock cannot go back");
        _time = clock.Time;
        return clock;
    }

    private void EndReceipt()
    {
        if (_receipt.Count == 0) return;
        _documents.Add(new FiscalNetDocument.Receipt(_receipt));
        _receipt = [];
    }
}
