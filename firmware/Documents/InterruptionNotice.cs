using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>What stands on paper between the torn part of a document and the whole document, printed from its beginning.</summary>
/// <remarks>It belongs to no document: the journal holds the document itself, once.</remarks>
internal sealed class InterruptionNotice
{
    private const string Words = "DOCUMENTUL DE MAI SUS A FOST ÎNTRERUPT, NU ESTE VALABIL ȘI SE TIPĂREȘTE DIN NOU";

    private readonly IPrinter _printer;
    private readonly byte[] _text = new byte[Words.Length];
    private readonly byte[] _row = new byte[2 * Words.Length];

    internal InterruptionNotice(IPrinter printer)
    {
        _printer = printer;
        Latin16.Write(Words, _text, 0, _text.Length);
        for (int start = 0; start < _text.Length; start = NextRow(start)) Entries++;
        Entries++;
    }

    /// <summary>Rows on this printer's paper and the cut after them.</summary>
    internal int Entries { get; }

    /// <summary>Starts one of the entries, from 0.</summary>
    internal void Start(int entry)
    {
        int start = 0;
        for (; entry > 0 && start < _text.Length; entry--) start = NextRow(start);
        if (start >= _text.Length)
        {
            _printer.Cut();
            return;
        }

        int length = Latin16.ToUtf8(_text, start, RowEnd(start) - start, _row, 0);
        _printer.PrintLine(_row, 0, length, LineStyle.Bold);
    }

    private int NextRow(int start) => WordWrap.NextRow(_text, RowEnd(start), _text.Length);

    private int RowEnd(int start) => WordWrap.RowEnd(_text, start, _text.Length, _printer.Columns);
}
