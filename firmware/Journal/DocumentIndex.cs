using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Journal;

/// <summary>The lines of a day's records that say where each document's text is; docs/reference/journal.md is the written form.</summary>
/// <remarks><c>D;kind;moment;start;length</c>, behind the document's other records.</remarks>
internal sealed class DocumentIndex
{
    /// <summary>First character of a line.</summary>
    internal const byte Mark = (byte)'D';

    private const int Columns = 60;

    private readonly TextLine _line = new TextLine(Columns);

    /// <summary>Spools the line of a document.</summary>
    /// <param name="spool">Where the document is.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="moment">When it is decided, seconds since 2000.</param>
    /// <param name="start">Where its text starts in the day's file.</param>
    /// <param name="length">Bytes of its text.</param>
    internal void Put(Spool spool, DocumentKind kind, long moment, int start, int length)
    {
        _line.Clear();
        _line.Add(Mark);
        Field((int)kind);
        _line.Add((byte)';');
        _line.AddStamp(moment);
        Field(start);
        Field(length);
        spool.Add(_line, Spool.RecordEntry);
    }

    private void Field(long value)
    {
        _line.Add((byte)';');
        _line.AddNumber(value);
    }
}
