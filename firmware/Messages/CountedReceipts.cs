using System;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Journal;
using Nf.Firmware.Money;
using Nf.Firmware.Time;
using Nf.Hal.Devices;

namespace Nf.Firmware.Messages;

/// <summary>The receipts of a closed day that count, one after another, from the day's records on the journal's card.</summary>
/// <remarks>A receipt counts when a snapshot follows its record before any reset (docs/reference/journal.md).</remarks>
internal sealed class CountedReceipts
{
    /// <summary>First character of the record of a flight number: a receipt of an airport shop.</summary>
    internal const byte FlightMark = (byte)'F';

    /// <summary>Stands for the rate of a group that has none.</summary>
    internal const int NoRate = -1;

    private const byte Field = (byte)';';
    private const byte Part = (byte)':';

    // Ten characters of UTF-8, three bytes each at most.
    private const int FlightRoom = 30;

    private readonly JournalLines _lines;
    private readonly long[] _gross = new long[VatGroups.Count];
    private readonly long[] _vat = new long[VatGroups.Count];
    private readonly int[] _rates = new int[VatGroups.Count];
    private bool _isPending;
    private bool _isAbsent;
    private int _at;
    private int _end;

    internal CountedReceipts(IJournalMedium medium) => _lines = new JournalLines(medium);

    /// <summary>When it was issued, seconds since 2000.</summary>
    internal long Moment { get; private set; }

    /// <summary>Its number in the day.</summary>
    internal int Number { get; private set; }

    /// <summary>Bani.</summary>
    internal long Total { get; private set; }

    /// <summary>Bani.</summary>
    internal long TotalVat { get; private set; }

    /// <summary>The flight number in UTF-8; the first <see cref="FlightLength"/> bytes.</summary>
    internal byte[] Flight { get; } = new byte[FlightRoom];

    /// <summary>0 when there is none.</summary>
    internal int FlightLength { get; private set; }

    /// <summary>Sales of a group, VAT included, bani; 0 when nothing was sold in it.</summary>
    internal long Gross(int group) => _gross[group];

    /// <summary>VAT of a group, bani.</summary>
    internal long Vat(int group) => _vat[group];

    /// <summary>The group's rate in hundredths of a percent; <see cref="NoRate"/> for sales without.</summary>
    internal int Rate(int group) => _rates[group];

    /// <summary>Goes to the beginning of a day. JournalDayAbsent when it is not on the card.</summary>
    internal FiscalError Begin(int day)
    {
        _isPending = false;
        FiscalError error = _lines.Open(JournalFiles.Text(day), 0, 0);
        if (error != FiscalError.None) return error;
        error = _lines.Open(JournalFiles.Records(day), 0, -1);
        // A day with nothing but its Z has no records.
        _isAbsent = error == FiscalError.JournalDayAbsent;
        return _isAbsent ? FiscalError.None : error;
    }

    /// <summary>Reads a line. Busy: call again; None: a receipt, unless it is the end.</summary>
    internal FiscalError Next(out bool isEnd)
    {
        isEnd = _isAbsent;
        if (isEnd) return FiscalError.None;
        FiscalError error = _lines.Next(out isEnd);
        if (error != FiscalError.None || isEnd) return error;
        return Take();
    }

    private FiscalError Take()
    {
        int length = _lines.Length;
        byte first = length > 0 ? _lines.Buffer[_lines.Offset] : (byte)0;
        if (first >= '0' && first <= '9') return Record();
        if (first == FlightMark) TakeFlight(_lines.Offset + 2, _lines.Offset + length);
        if (first == RecordScan.ResetLine) _isPending = false;
        if (first != DaySnapshot.LastLine || !_isPending || _lines.Buffer[_lines.Offset + length - 1] == RecordScan.TornMark) return FiscalError.Busy;
        _isPending = false;
        return FiscalError.None;
    }

    // moment;number;total;VAT;then for each group sold in letter:rate:gross:VAT, all sums in bani.
    private FiscalError Record()
    {
        byte[] line = _lines.Buffer;
        _at = _lines.Offset;
        _end = _at + _lines.Length;
        FlightLength = 0;
        for (int i = 0; i < VatGroups.Count; i++)
        {
            _gross[i] = 0;
            _vat[i] = 0;
            _rates[i] = NoRate;
        }

        // A torn record is closed with a mark and never counts.
        if (line[_end - 1] == RecordScan.TornMark) return FiscalError.Busy;
        _isPending = true;
        if (!CivilTime.TryParseStamp(line, _at, 14, out long moment)) return FiscalError.JournalDamaged;
        Moment = moment;
        _at += 15;
        if (!Value(Field, out long number) || !Value(Field, out long total) || !Value(Field, out long vat)) return FiscalError.JournalDamaged;
        Number = (int)number;
        Total = total;
        TotalVat = vat;
        while (_at < _end)
            if (!Group(line[_at] - 'A')) return FiscalError.JournalDamaged;
        return FiscalError.Busy;
    }

    private bool Group(int group)
    {
        if (group < 0 || group >= VatGroups.Count || _at + 1 >= _end || _lines.Buffer[_at + 1] != Part) return false;
        _at += 2;
        bool hasRate = _at < _end && _lines.Buffer[_at] != Part;
        long rate = NoRate;
        if (!hasRate) _at++;
        else if (!Value(Part, out rate)) return false;
        _rates[group] = (int)rate;
        return Value(Part, out _gross[group]) && Value(Field, out _vat[group]);
    }

    // A number up to the separator, which may be missing at the line's end.
    private bool Value(byte separator, out long value)
    {
        int start = _at;
        while (_at < _end && _lines.Buffer[_at] != separator) _at++;
        bool holds = DecimalText.TryParse(_lines.Buffer, start, _at - start, 0, long.MaxValue / 10, out value);
        if (_at < _end) _at++;
        return holds;
    }

    private void TakeFlight(int start, int end)
    {
        int length = 0;
        while (start + length < end && length < FlightRoom && _lines.Buffer[start + length] != Field) length++;
        Array.Copy(_lines.Buffer, start, Flight, 0, length);
        FlightLength = length;
    }
}
