using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Online;
using Nf.Hal.Devices;

namespace Nf.Firmware.Messages;

/// <summary>The message of a closed day: receipts, Z, events (OPANAF 146/2018, annex 2, II.3 to II.8).</summary>
/// <remarks>
/// Read from journal and fiscal memory as it is written, a receipt a step. The receipts must add up to the closure in the
/// fiscal memory, to the ban; else there is no message.
/// </remarks>
public sealed class DayMessage : IMessageSource
{
    private const int LinesPerStep = 8;

    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;
    private readonly EventSlots _events;
    private readonly ClosureFinder _finder;
    private readonly RamResets _resets;
    private readonly CountedReceipts _receipts;
    private readonly IDayElements _elements = new ShopElements();
    private readonly ClosureRecord _closure = new ClosureRecord();
    private readonly DayRates _rates = new DayRates();
    private readonly XmlWriter _xml = new XmlWriter();
    private readonly byte[] _id = new byte[ReceiptIdentity.Length];
    private long _moment;
    private long _closedAt;
    private int _event;
    private Part _part;

    public DayMessage(RegisterIdentity identity, FiscalMemoryLog log, IJournalMedium medium, EventSlots events)
    {
        _identity = identity;
        _log = log;
        _events = events;
        _finder = new ClosureFinder(log);
        _resets = new RamResets(log);
        _receipts = new CountedReceipts(medium);
    }

    private enum Part
    {
        Head,
        Receipts,
        Report,
        Resets,
        Events,
        End,
        Done,
    }

    /// <summary>The day whose message this is.</summary>
    public int Day { get; private set; }

    /// <inheritdoc/>
    public FiscalError Error { get; private set; }

    /// <summary>Says which message.</summary>
    /// <param name="day">Number of the Z.</param>
    /// <param name="moment">When the message is made, seconds since 2000: it is in its identifier.</param>
    public void Of(int day, long moment)
    {
        Day = day;
        _moment = moment;
        Begin();
    }

    /// <inheritdoc/>
    public void Begin()
    {
        _part = Part.Head;
        Error = FiscalError.None;
    }

    /// <inheritdoc/>
    public bool Next(IByteSink sink)
    {
        if (_part == Part.Done || Error != FiscalError.None) return false;
        if (_part == Part.Head) _xml.Begin(sink);
        else _xml.Continue(sink);
        Error = Step();
        _xml.Flush();
        if (Error == FiscalError.None) Error = _xml.Error;
        return Error == FiscalError.None && _part != Part.Done;
    }

    private FiscalError Step()
    {
        switch (_part)
        {
            case Part.Head: return Head();
            case Part.Receipts: return Receipts();
            case Part.Report: return Report();
            case Part.Resets: return Resets();
            case Part.Events: return Events();
            default: return End();
        }
    }

    private FiscalError Head()
    {
        if (!_finder.ByNumber(Day, out int slot) || !_log.Read(slot)) return FiscalError.FiscalMemoryDamaged;
        _closedAt = _log.Time;
        _closure.Load(_log.Payload);
        FiscalError error = _receipts.Begin(Day);
        if (error != FiscalError.None) return error;
        _rates.Clear();
        _xml.Open("msj");
        _xml.Text("idM", _id, 0, MessageIds.WriteDay(_id, 0, _identity.Fiscal.Series, _moment, Day));
        _xml.Plain("xmlns", _elements.Namespace);
        _xml.EndOpen(false);
        _part = Part.Receipts;
        return FiscalError.None;
    }

    private FiscalError Receipts()
    {
        FiscalError error = FiscalError.Busy;
        bool isEnd = false;
        for (int i = 0; i < LinesPerStep && error == FiscalError.Busy; i++) error = _receipts.Next(out isEnd);
        if (error == FiscalError.Busy) return FiscalError.None;
        if (error != FiscalError.None) return error;
        if (isEnd)
        {
            _part = Part.Report;
            return FiscalError.None;
        }

        _rates.Add(_receipts);
        int length = MessageIds.WriteReceipt(_id, 0, _identity.Fiscal.Series, _receipts.Moment, Day, _receipts.Number);
        _elements.Receipt(_xml, _receipts, _id, length);
        return FiscalError.None;
    }

    private FiscalError Report()
    {
        if (!_rates.Agree(_closure.Totals)) return FiscalError.JournalDamaged;
        _resets.BeginDay(Day);
        int length = MessageIds.WriteDay(_id, 0, _identity.Fiscal.Series, _closedAt, Day);
        _elements.BeginReport(_xml, _closure, _rates, _resets.CountRest(), _id, length);
        _part = Part.Resets;
        return FiscalError.None;
    }

    private FiscalError Resets()
    {
        if (_resets.Next())
        {
            _xml.Open("av");
            _xml.Moment("data", _resets.Time);
            _xml.EndOpen(true);
            return FiscalError.None;
        }

        _elements.EndReport(_xml);
        _event = _events.Next(Day, EventKind.None, -1);
        _part = _event >= 0 ? Part.Events : Part.End;
        if (_event < 0) return FiscalError.None;
        _xml.Open("mE");
        _xml.Number("nrB", ReceiptsInEvents());
        _xml.EndOpen(false);
        return FiscalError.None;
    }

    private FiscalError Events()
    {
        _xml.Open("ev");
        _xml.Moment("dataI", _events.Begin(_event));
        _xml.Moment("dataF", _events.End(_event));
        _xml.Number("tipE", (int)_events.Kind(_event));
        _xml.EndOpen(true);
        _event = _events.Next(Day, EventKind.None, _event);
        if (_event >= 0) return FiscalError.None;
        _xml.Close("mE");
        _part = Part.End;
        return FiscalError.None;
    }

    private FiscalError End()
    {
        _xml.Close("msj");
        _part = Part.Done;
        return FiscalError.None;
    }

    private int ReceiptsInEvents()
    {
        int sum = 0;
        for (int i = _events.Next(Day, EventKind.None, -1); i >= 0; i = _events.Next(Day, EventKind.None, i)) sum += _events.Receipts(i);
        return sum;
    }
}
