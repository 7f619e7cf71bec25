using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>What stands on paper between the torn part of a document and the whole document, printed from its beginning.</summary>
/// <remarks>It belongs to no document: the journal holds the document itself, once.</remarks>
internal sealed class InterruptionNotice
{
    /// <summary>Lines and the cut after them.</summary>
    internal const int Entries = 4;

    private const int MaxBytes = 64;

    private readonly IPrinter _printer;
    private readonly byte[] _latin = new byte[MaxBytes];
    private readonly byte[] _utf8 = new byte[2 * MaxBytes];

    internal InterruptionNotice(IPrinter printer) => _printer = printer;

    /// <summary>Starts one of the entries, from 0.</summary>
    internal void Start(int entry)
    {
        string text = Line(entry);
        if (text.Length == 0)
        {
            _printer.Cut();
            return;
        }

        int length = Latin16.Write(text, _latin, 0, MaxBytes);
        _printer.PrintLine(_utf8, 0, Latin16.ToUtf8(_latin, 0, length, _utf8, 0), LineStyle.Bold);
    }

    // No line is wider than the narrowest paper, 32 columns.
    private static string Line(int entry)
    {
        switch (entry)
        {
            case 0: return "DOCUMENTUL DE MAI SUS A FOST";
            case 1: return "ÎNTRERUPT, NU ESTE VALABIL ȘI";
            case 2: return "SE TIPĂREȘTE DIN NOU";
            default: return "";
        }
    }
}
