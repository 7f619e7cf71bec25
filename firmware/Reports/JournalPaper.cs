using Nf.Firmware.Documents;
using Nf.Firmware.Journal;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Reports;

/// <summary>A journal's line as a report prints it: a printed receipt must not look like one (norms, art. 34 h), 63 (5)).</summary>
/// <remarks>«BON FISCAL» becomes «BON NEFISCAL», the fiscal series stands without the logotype. Long lines are broken.</remarks>
internal sealed class JournalPaper
{
    private const string FinalPart = "BON FISCAL";
    private const string Logotype = "RL ";

    private readonly byte[] _line = new byte[256];

    /// <summary>Prints the line read last.</summary>
    internal void Put(DocumentWriter writer, JournalLines text)
    {
        int count = text.Length < _line.Length ? text.Length : _line.Length;
        int length = FileText.Encode(text.Buffer, text.Offset, count, FileEncoding.Latin16, _line, 0);
        int start = 0;
        while (start < length && _line[start] == ' ') start++;
        if (Is(FinalPart, start, length) && length - start == FinalPart.Length)
        {
            writer.Centred("BON NEFISCAL", LineStyle.Normal);
            return;
        }

        // The two letters stand for the sign.
        if (Is(Logotype, start, length))
        {
            _line[start] = (byte)' ';
            _line[start + 1] = (byte)' ';
        }

        for (int at = 0; at == 0 || at < length; at += writer.Columns)
        {
            writer.Line.Clear();
            writer.Line.Add(_line, at, length - at < writer.Columns ? length - at : writer.Columns);
            writer.Put();
        }
    }

    private bool Is(string text, int start, int length)
    {
        if (length - start < text.Length) return false;
        for (int i = 0; i < text.Length; i++)
            if (_line[start + i] != text[i]) return false;
        return true;
    }
}
