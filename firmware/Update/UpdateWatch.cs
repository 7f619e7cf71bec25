using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.SelfTest;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Update;

/// <summary>Which program runs, after each start: a new one is kept or given up, and the fiscal memory told of the one that is in force.</summary>
/// <remarks>
/// The order is: self test, confirmation, record, document. The record comes after the confirmation, so that none speaks of
/// a program that the next start takes away; each start compares the newest record with what runs, so that one that a power
/// cut kept from being written is written then, and none twice.
/// </remarks>
internal sealed class UpdateWatch
{
    /// <summary>A new program whose self test is not good so long after the start is given up, milliseconds.</summary>
    internal const int TrialTime = 20 * 1000;

    private const int LookInterval = 500;

    private readonly RegisterParts _parts;
    private readonly CellStore _cells;
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private PendingUpdate _pending;
    private Stage _stage;
    private long _trialEnd;
    private long _nextLook;

    internal UpdateWatch(RegisterParts parts, CellStore cells, DocumentWriter writer, Spool spool)
    {
        _parts = parts;
        _cells = cells;
        _writer = writer;
        _spool = spool;
    }

    private enum Stage
    {
        Over,
        Trial,
        Record,
        Document,
    }

    /// <summary>Something is to be found out, written or told still.</summary>
    internal bool IsOpen => _stage != Stage.Over;

    /// <summary>It comes by itself, and soon.</summary>
    internal bool IsBusy => _stage == Stage.Trial || _stage == Stage.Record && _nextLook == 0 || _stage == Stage.Document && MayPrint;

    private string Running => _parts.Devices.Program;

    // The version that runs is what counts: an image that bears another one than its manifest says is none of the maker's.
    private bool IsInForce => VersionText.Order(_pending.Record.After) == VersionText.Order(Running);

    private bool MayPrint => !_parts.Receipts.Receipt.IsOpen && !_parts.NonFiscal.IsOpen && _parts.Readiness.ForReport(out _) == FiscalError.None;

    /// <summary>Once, after the stores were read.</summary>
    internal void Begin()
    {
        IFirmwareSlot slot = _parts.Devices.Firmware;
        bool onTrial = slot != null && slot.State == FirmwareSlotState.OnTrial;
        _stage = onTrial ? Stage.Trial : Stage.Record;
        _trialEnd = _parts.Devices.Uptime.Milliseconds + TrialTime;
        _nextLook = 0;
        _parts.Readiness.Program = onTrial ? FiscalError.UpdateOnTrial : FiscalError.None;
    }

    /// <summary>Keeps what the next start will be about, then has it try the new program.</summary>
    internal FiscalError Arm(UpdateManifest manifest)
    {
        bool isLater = VersionText.Order(manifest.Version) > VersionText.Order(Running);
        var pending = new PendingUpdate(_cells);
        FiscalError error = pending.Open(isLater ? UpdateWay.Medium : UpdateWay.Order, Running, manifest.Version, manifest.Digest);
        if (error != FiscalError.None) return error;
        if (_parts.Devices.Firmware.SwitchAtNextStart() != DeviceResult.Ok)
        {
            pending.Close();
            return FiscalError.UpdateWriteFailed;
        }

        _parts.Readiness.Program = FiscalError.UpdateRestartNeeded;
        return FiscalError.None;
    }

    /// <summary>
    /// While a document is under way, which a start found unfinished: false unless a new program was given up, because it
    /// cannot reach the printer. Nothing else can be tested then.
    /// </summary>
    internal bool TurnWhilePrinting()
    {
        if (_stage != Stage.Trial || _parts.Devices.Uptime.Milliseconds < _trialEnd) return false;
        FiscalError error = _parts.Readiness.Printer();
        if (error == FiscalError.None || SelfTests.IsForHand(error)) return false;
        LoadPending();
        GiveUp(error);
        return true;
    }

    /// <summary>One step; false when there was nothing to do. Only while no document is under way.</summary>
    internal bool Turn()
    {
        if (_stage == Stage.Document) return MayPrint && Issue();
        if (_parts.Devices.Uptime.Milliseconds < _nextLook || _parts.Readiness.ForChange() == FiscalError.Busy) return false;
        _nextLook = _parts.Devices.Uptime.Milliseconds + LookInterval;
        LoadPending();
        return _stage == Stage.Trial ? Try() : Record();
    }

    private void LoadPending()
    {
        if (_pending != null) return;
        _pending = new PendingUpdate(_cells);
        _pending.Load();
    }

    private bool Try()
    {
        FiscalError error = _pending.IsOpen && !IsInForce ? FiscalError.UpdateImageWrong : new SelfTests(_parts).OfProgram();
        if (error == FiscalError.None && _parts.Devices.Firmware.Confirm() != DeviceResult.Ok) error = FiscalError.UpdateWriteFailed;
        if (error == FiscalError.None)
        {
            _stage = Stage.Record;
            _nextLook = 0;
            _parts.Readiness.Program = FiscalError.None;
            return true;
        }

        bool isLasting = error == FiscalError.UpdateImageWrong || _parts.Readiness.StartFailure != FiscalError.None;
        if (!isLasting && _parts.Devices.Uptime.Milliseconds < _trialEnd) return false;
        GiveUp(error);
        return true;
    }

    private void GiveUp(FiscalError error)
    {
        _pending.Fault = error;
        if (_pending.IsOpen) _pending.Save();
        _parts.Devices.Firmware.Revert();
        _parts.Readiness.Program = FiscalError.UpdateFailed;
        _stage = Stage.Over;
    }

    // Without stores or clock there is nothing to compare and no moment to write: it is asked again.
    private bool Record()
    {
        if (!_parts.Identity.IsFiscalised || _parts.Readiness.ForChange() != FiscalError.None) return false;
        if (_pending.IsOpen && _parts.State.Document.Id >= _pending.Document) _pending.Close();
        string recorded = Recorded();
        if (recorded == null) return false;
        bool isOurs = _pending.IsOpen && IsInForce;
        if (VersionText.Order(recorded) != VersionText.Order(Running))
        {
            if (_parts.Clock.Read(out long now) != FiscalError.None) return false;
            FiscalError error = isOurs ? FiscalError.None : _pending.Open(UpdateWay.Found, recorded, Running, null);
            if (error == FiscalError.None) error = Append(now);
            if (error != FiscalError.None && error != FiscalError.FiscalMemoryFull) return false;
        }

        if (_pending.IsOpen) _stage = Stage.Document;
        else End();
        return true;
    }

    private FiscalError Append(long now)
    {
        var payload = new byte[UpdateRecord.SavedLength];
        _pending.Record.Save(new ByteWriter(payload));
        FiscalError error = _parts.Log.Append(RecordKind.FirmwareUpdate, now, payload, payload.Length);
        // Each attempt may spoil a place: as after a closure that could not be written, only a new start tries again.
        if (error == FiscalError.FiscalMemoryWriteFailed || error == FiscalError.FiscalMemoryMissing) _parts.Readiness.StartFailure = error;
        return error;
    }

    // The version in force as the fiscal memory has it; null when it cannot be read. Empty when the program that fiscalised
    // did not write its version: then it is none that runs now, and the one that does is recorded.
    private string Recorded()
    {
        if (_parts.Log.Count(RecordKind.FirmwareUpdate) == 0) return FirstProgram();
        if (!_parts.Log.ReadLatest(RecordKind.FirmwareUpdate)) return null;
        var record = new UpdateRecord();
        record.Load(_parts.Log.Payload);
        return record.After;
    }

    private string FirstProgram()
    {
        FiscalMemoryLog log = _parts.Log;
        if (!log.ReadLatest(RecordKind.Fiscalisation)) return null;
        if (log.PayloadLength < Fiscalisation.RecordLength) return "";
        log.Payload.Skip(Fiscalisation.SavedLength);
        return UpdateRecord.LoadVersion(log.Payload);
    }

    private bool Issue()
    {
        if (_parts.Readiness.ForReport(out long now) != FiscalError.None) return false;
        new UpdateDocument(_writer, _spool, _parts.Identity).LayOut(_pending, IsInForce, now);
        if (_parts.Issuer.Measure() != FiscalError.None) return false;
        _pending.Document = _parts.State.Document.Id + 1;
        if (_pending.Save() != FiscalError.None) return false;
        if (_parts.Issuer.DecideKeepingAnswer(DocumentKind.Update, now) != FiscalError.None) return false;
        _pending.Close();
        End();
        return true;
    }

    private void End()
    {
        _pending = null;
        _stage = Stage.Over;
    }
}
