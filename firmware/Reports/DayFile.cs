using Nf.Firmware.Errors;

namespace Nf.Firmware.Reports;

/// <summary>One day's journal file as it is, in the encoding that was asked for.</summary>
internal sealed class DayFile : IFileParts
{
    private const int LinesPerPart = 32;

    private readonly DayText _text;
    private readonly DayVerdict _verdict;

    internal DayFile(DayText text, DayVerdict verdict)
    {
        _text = text;
        _verdict = verdict;
    }

    /// <summary>Opens the day's file.</summary>
    internal FiscalError Begin(int day)
    {
        if (!_verdict.Take(day)) return FiscalError.NoRecords;
        return _text.Open(day, 0, -1);
    }

    /// <inheritdoc/>
    /// <remarks>A closed day whose hash is not that of the fiscal memory is no file: JournalDamaged.</remarks>
    public FiscalError Next(ExportFile file, out bool isLast)
    {
        isLast = false;
        for (int i = 0; i < LinesPerPart; i++)
        {
            FiscalError error = _text.Next(out isLast);
            if (error == FiscalError.None && isLast) return _verdict.ClosedAt == 0 || _verdict.Holds(_text) ? FiscalError.None : FiscalError.JournalDamaged;
            if (error == FiscalError.None) error = file.Add(_text.Buffer, _text.Offset, _text.Length);
            if (error != FiscalError.None) return error;
        }

        return FiscalError.None;
    }
}
