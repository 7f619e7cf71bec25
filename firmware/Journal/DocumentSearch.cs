using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Journal;

/// <summary>Finds the first and the last document of a type within days and moments; a bounded step a turn.</summary>
/// <remarks>
/// Days are gone through from the first until one has such a document, then from the last backwards. A day that is not on
/// the medium is passed over. The days' texts are not verified: choosing a document does that.
/// </remarks>
internal sealed class DocumentSearch
{
    private const int LinesPerTurn = 16;

    private readonly WorkingState _state;
    private readonly DocumentScan _scan;
    private int _type;
    private int _firstDay;
    private int _lastDay;
    private long _from;
    private long _to;
    private int _day;
    private bool _isBackward;
    private bool _isOpened;
    private bool _isFound;

    internal DocumentSearch(WorkingState state, DocumentScan scan)
    {
        _state = state;
        _scan = scan;
    }

    internal bool IsActive { get; private set; }

    /// <summary>Day of the first document.</summary>
    internal int FirstDay { get; private set; }

    /// <summary>Its number.</summary>
    internal int First { get; private set; }

    /// <summary>Day of the last document.</summary>
    internal int LastDay { get; private set; }

    /// <summary>Its number.</summary>
    internal int Last { get; private set; }

    /// <summary>Begins a search.</summary>
    internal void Begin(int type, int firstDay, int lastDay, long from, long to)
    {
        _type = type;
        _firstDay = firstDay;
        _lastDay = lastDay;
        _from = from;
        _to = to;
        _day = firstDay;
        _isBackward = false;
        _isOpened = false;
        _isFound = false;
        IsActive = true;
    }

    /// <summary>One step. Busy: call again. NoRecords: there is no such document.</summary>
    internal FiscalError Turn()
    {
        FiscalError error = FiscalError.Busy;
        for (int i = 0; i < LinesPerTurn && error == FiscalError.Busy; i++) error = Step();
        IsActive = error == FiscalError.Busy;
        return error;
    }

    private FiscalError Step()
    {
        if (_day > _lastDay || _day < _firstDay) return FiscalError.NoRecords;
        if (!_isOpened) return Open();
        FiscalError error = _scan.Next();
        if (error == FiscalError.NoMoreData) return _isFound ? Found() : NextDay();
        if (error == FiscalError.None) Take();
        if (error != FiscalError.None && error != FiscalError.Busy) return error;
        return _isFound && !_isBackward ? Found() : FiscalError.Busy;
    }

    private FiscalError Open()
    {
        FiscalError error = _scan.Begin(_day, _day == _state.OpenDay);
        if (error == FiscalError.JournalDayAbsent) return NextDay();
        _isOpened = error == FiscalError.None;
        return _isOpened ? FiscalError.Busy : error;
    }

    // A Z report's moment is that of its day, which the caller chose by it.
    private void Take()
    {
        if (!JournalTypes.Matches(_type, _scan)) return;
        if (_scan.Moment != 0 && (_scan.Moment < _from || _scan.Moment > _to)) return;
        _isFound = true;
        LastDay = _day;
        Last = _scan.Number;
    }

    private FiscalError Found()
    {
        if (_isBackward) return FiscalError.None;
        FirstDay = LastDay;
        First = Last;
        _isBackward = true;
        _isFound = false;
        _isOpened = false;
        _day = _lastDay;
        return FiscalError.Busy;
    }

    private FiscalError NextDay()
    {
        _isOpened = false;
        _day += _isBackward ? -1 : 1;
        return FiscalError.Busy;
    }
}
