using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>Goes through the documents of one day, by the day's records.</summary>
/// <remarks>The Z report has no line there: its text is what follows the last document.</remarks>
internal sealed class DocumentScan
{
    private readonly JournalLines _lines;
    private readonly IJournalMedium _medium;
    private readonly int[] _counts = new int[JournalTypes.Highest + 1];
    private int _day;
    private int _receipt;
    private int _end;
    private bool _hasBuyer;
    private bool _isOpen;
    private bool _isDone;

    internal DocumentScan(IJournalMedium medium)
    {
        _medium = medium;
        _lines = new JournalLines(medium);
    }

    /// <summary>What the document is, a number of <see cref="JournalTypes"/>.</summary>
    internal int Type { get; private set; }

    /// <summary>A receipt that bears a buyer's code.</summary>
    internal bool HasBuyer { get; private set; }

    /// <summary>The receipt's number in the day, the Z report's number, or which of its type in the day it is.</summary>
    internal int Number { get; private set; }

    /// <summary>When it was issued, seconds since 2000; 0 for a Z report.</summary>
    internal long Moment { get; private set; }

    /// <summary>Where its text starts in the day's file.</summary>
    internal int Start { get; private set; }

    /// <summary>Bytes of its text.</summary>
    internal int Length { get; private set; }

    /// <summary>Goes to the beginning of a day.</summary>
    /// <param name="day">Number of the day's Z.</param>
    /// <param name="isOpen">The day has no Z report yet.</param>
    /// <returns>JournalMissing without a medium, JournalDayAbsent when the day is not on it.</returns>
    internal FiscalError Begin(int day, bool isOpen)
    {
        _day = day;
        _isOpen = isOpen;
        _isDone = false;
        _end = 0;
        for (int i = 0; i < _counts.Length; i++) _counts[i] = 0;
        ForgetGroup();
        FiscalError error = _lines.Open(JournalFiles.Text(day), 0, 0);
        return error == FiscalError.None ? _lines.Open(JournalFiles.Records(day), 0, -1) : error;
    }

    /// <summary>The next document. Busy: one more line was read, call again; NoMoreData: there is none.</summary>
    internal FiscalError Next()
    {
        if (_isDone) return FiscalError.NoMoreData;
        FiscalError error = _lines.Next(out bool isEnd);
        if (error != FiscalError.None) return error;
        if (isEnd) return Closing();
        byte first = _lines.Length > 0 ? _lines.Buffer[_lines.Offset] : (byte)0;
        if (first >= '0' && first <= '9') _receipt = (int)Field(1);
        if (first == BuyerMark) _hasBuyer = true;
        if (first == RecordScan.ResetLine) ForgetGroup();
        return first == DocumentIndex.Mark ? Document() : FiscalError.Busy;
    }

    /// <summary>First character of the record of a buyer's code.</summary>
    internal const byte BuyerMark = (byte)'B';

    private FiscalError Document()
    {
        Type = JournalTypes.Of((DocumentKind)Field(1));
        if (!TryMoment(out long moment)) return FiscalError.JournalDamaged;
        Moment = moment;
        Start = (int)Field(3);
        Length = (int)Field(4);
        _end = Start + Length;
        Number = Type == JournalTypes.Receipt ? _receipt : ++_counts[Type];
        HasBuyer = _hasBuyer;
        ForgetGroup();
        return FiscalError.None;
    }

    private FiscalError Closing()
    {
        _isDone = true;
        if (_isOpen) return FiscalError.NoMoreData;
        Type = JournalTypes.Closure;
        Number = _day;
        Moment = 0;
        Start = _end;
        Length = _medium.Length(JournalFiles.Text(_day)) - _end;
        HasBuyer = false;
        return FiscalError.None;
    }

    private void ForgetGroup()
    {
        _receipt = 0;
        _hasBuyer = false;
    }

    private long Field(int number)
    {
        Find(number, out int start, out int length);
        DecimalText.TryParse(_lines.Buffer, start, length, 0, int.MaxValue, out long value);
        return value;
    }

    private bool TryMoment(out long moment)
    {
        Find(2, out int start, out int length);
        return CivilTime.TryParseStamp(_lines.Buffer, start, length, out moment);
    }

    private void Find(int number, out int start, out int length)
    {
        int end = _lines.Offset + _lines.Length;
        start = _lines.Offset;
        for (; number > 0 && start < end; start++)
            if (_lines.Buffer[start] == ';') number--;
        length = 0;
        while (start + length < end && _lines.Buffer[start + length] != ';') length++;
    }
}
