using Nf.Firmware.Errors;
using Nf.Firmware.Journal;

namespace Nf.Firmware.Reports;

/// <summary>One day's journal file as it is, in the encoding that was asked for.</summary>
/// <remarks>A day whose text is not what was closed is no file: JournalDamaged.</remarks>
internal sealed class DayFile : IFileParts
{
    private const int LinesPerPart = 32;

    private readonly JournalLines _text;
    private readonly JournalVerifier _verifier;
    private int _day;
    private bool _isOpened;

    internal DayFile(JournalLines text, JournalVerifier verifier)
    {
        _text = text;
        _verifier = verifier;
    }

    /// <summary>Goes to the beginning of a day.</summary>
    internal FiscalError Begin(int day)
    {
        _day = day;
        _isOpened = false;
        return _verifier.Begin(day);
    }

    /// <inheritdoc/>
    public FiscalError Next(ExportFile file, out bool isLast)
    {
        isLast = false;
        if (!_verifier.IsDone) return _verifier.Turn();
        FiscalError error = _isOpened ? FiscalError.None : _text.Open(JournalFiles.Text(_day), 0, -1);
        _isOpened = true;
        for (int i = 0; error == FiscalError.None && i < LinesPerPart; i++)
        {
            error = _text.Next(out isLast);
            if (isLast) return error;
            if (error == FiscalError.None) error = file.Add(_text.Buffer, _text.Offset, _text.Length);
        }

        return error;
    }
}
