using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Journal;

/// <summary>Finds one document of the journal, after its day's text was verified; a bounded step a turn.</summary>
internal sealed class DocumentChoice
{
    private const int LinesPerTurn = 16;

    private readonly WorkingState _state;
    private readonly JournalVerifier _verifier;
    private readonly DocumentScan _scan;
    private int _type;
    private int _number;
    private bool _isScanning;

    internal DocumentChoice(WorkingState state, JournalVerifier verifier, DocumentScan scan)
    {
        _state = state;
        _verifier = verifier;
        _scan = scan;
    }

    /// <summary>The search is under way.</summary>
    internal bool IsActive { get; private set; }

    /// <summary>There is a document that was found.</summary>
    internal bool IsChosen { get; private set; }

    /// <summary>The day of the document.</summary>
    internal int Day { get; private set; }

    internal int Type { get; private set; }

    internal int Number { get; private set; }

    /// <summary>When it was issued, seconds since 2000; 0 for a Z report and for a day.</summary>
    internal long Moment { get; private set; }

    /// <summary>Where its text starts in the day's file.</summary>
    internal int Start { get; private set; }

    /// <summary>Bytes of its text; -1 for all to the end of the file.</summary>
    internal int Length { get; private set; }

    /// <summary>Begins to look for a document.</summary>
    internal FiscalError Begin(int day, int type, int number)
    {
        IsChosen = false;
        _isScanning = false;
        Day = day;
        _type = type;
        _number = number;
        if (day < 1 || day > _state.OpenDay || day == _state.OpenDay && _state.TextLength == 0) return FiscalError.DocumentNotFound;
        FiscalError error = _verifier.Begin(day);
        IsActive = error == FiscalError.None;
        return error;
    }

    /// <summary>One step. Busy: call again.</summary>
    internal FiscalError Turn()
    {
        FiscalError error = Step();
        for (int i = 0; i < LinesPerTurn && error == FiscalError.Busy && _isScanning; i++) error = Step();
        IsActive = error == FiscalError.Busy;
        return error;
    }

    private FiscalError Step()
    {
        if (!_verifier.IsDone)
        {
            FiscalError failed = _verifier.Turn();
            return failed == FiscalError.None ? FiscalError.Busy : failed;
        }

        if (_type == JournalTypes.Day) return Take(0, 0, -1);
        if (!_isScanning)
        {
            _isScanning = true;
            FiscalError missing = _scan.Begin(Day, Day == _state.OpenDay);
            return missing == FiscalError.None ? FiscalError.Busy : missing;
        }

        FiscalError error = _scan.Next();
        if (error == FiscalError.NoMoreData) return FiscalError.DocumentNotFound;
        if (error != FiscalError.None) return error;
        if (!JournalTypes.Matches(_type, _scan) || _scan.Number != _number) return FiscalError.Busy;
        return Take(_scan.Moment, _scan.Start, _scan.Length);
    }

    private FiscalError Take(long moment, int start, int length)
    {
        Type = _type;
        Number = _number;
        Moment = moment;
        Start = start;
        Length = length;
        IsChosen = true;
        return FiscalError.None;
    }
}
