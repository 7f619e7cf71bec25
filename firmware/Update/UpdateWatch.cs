using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.SelfTest;
using Nf.Firmware.Bytes;
using Nf.Hal.Devices;

namespace Nf.Firmware.Update;

/// <summary>Which program runs, from each start on: a new one is kept or given up, and the fiscal memory told of the one that is in force.</summary>
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
    private readonly IFirmwareSlot _slot;
    private readonly SelfTests _test;
    private readonly UpdateDocument _document;
    private bool _onTrial;
    private bool _settled = true;
    private long _trialEnd;
    private long _nextLook;

    internal UpdateWatch(RegisterParts parts, SelfTests test, PendingUpdate pending, UpdateDocument document)
    {
        _parts = parts;
        _slot = parts.Devices.Firmware;
        _test = test;
        _document = document;
        Pending = pending;
    }

    /// <summary>What is under way.</summary>
    internal PendingUpdate Pending { get; }

    /// <summary>Why nothing is sold: a program waits for its start, or for its confirmation; None otherwise.</summary>
    internal FiscalError Hold { get; private set; }

    /// <summary>A document about it is not decided yet.</summary>
    internal bool IsDue { get; private set; }

    /// <summary>The new program is being tried: it is confirmed or given up by itself, soon.</summary>
    internal bool IsTrying => _onTrial;

    /// <summary>Once, after the stores were read.</summary>
    internal void Begin()
    {
        Pending.Load();
        _onTrial = _slot != null && _slot.State == FirmwareSlotState.OnTrial;
        _trialEnd = _parts.Devices.Uptime.Milliseconds + TrialTime;
        Hold = _onTrial ? FiscalError.UpdateOnTrial : FiscalError.None;
        _settled = false;
    }

    /// <summary>The next start tries a new program.</summary>
    internal void Armed() => Hold = FiscalError.UpdateRestartNeeded;

    /// <summary>One step; false when there was nothing to do.</summary>
    internal bool Turn()
    {
        if (_settled || _parts.Devices.Uptime.Milliseconds < _nextLook) return false;
        _nextLook = _parts.Devices.Uptime.Milliseconds + LookInterval;
        return _onTrial ? Try() : Settle();
    }

    /// <summary>Decides the document that is due; false when it cannot be now.</summary>
    internal bool Issue()
    {
        if (_parts.Readiness.ForReport(out long now) != FiscalError.None) return false;
        _document.LayOut(Pending, IsInForce, now);
        if (_parts.Issuer.Measure() != FiscalError.None) return false;
        Pending.Document = _parts.State.Document.Id + 1;
        if (Pending.Save() != FiscalError.None) return false;
        if (_parts.Issuer.DecideKeepingAnswer(WorkingMemory.DocumentKind.Update, now) != FiscalError.None) return false;
        Forget();
        return true;
    }

    // The version that runs is what counts: an image that bears another one than its manifest says is none of the maker's.
    private bool IsInForce => Pending.Record.After == _parts.Devices.Program;

    private bool Try()
    {
        FiscalError error = Pending.IsOpen && !IsInForce ? FiscalError.UpdateImageWrong : _test.Outcome();
        if (error == FiscalError.None && _slot.Confirm() != DeviceResult.Ok) error = FiscalError.UpdateWriteFailed;
        if (error == FiscalError.None)
        {
            _onTrial = false;
            _nextLook = 0;
            Hold = FiscalError.None;
            return true;
        }

        bool isLasting = error == FiscalError.UpdateImageWrong || _parts.Readiness.StartFailure != FiscalError.None;
        if (!isLasting && _parts.Devices.Uptime.Milliseconds < _trialEnd) return false;
        GiveUp(error);
        return true;
    }

    private void GiveUp(FiscalError error)
    {
        Pending.Fault = error;
        if (Pending.IsOpen) Pending.Save();
        _slot.Revert();
        _onTrial = false;
        _settled = true;
        Hold = FiscalError.UpdateFailed;
    }

    // Without stores or clock there is nothing to compare and no moment to write: it is asked again.
    private bool Settle()
    {
        if (!_parts.Identity.IsFiscalised || _parts.Readiness.ForChange() != FiscalError.None) return false;
        if (Pending.IsOpen && _parts.State.Document.Id >= Pending.Document) Forget();
        string recorded = Recorded();
        string running = _parts.Devices.Program;
        bool isOurs = Pending.IsOpen && IsInForce;
        if (recorded != running && (isOurs || recorded.Length > 0))
        {
            if (_parts.Clock.Read(out long now) != FiscalError.None) return false;
            FiscalError error = isOurs ? FiscalError.None : Pending.Open(UpdateWay.Found, recorded, running, null);
            if (error == FiscalError.None) error = Append(now);
            if (error != FiscalError.None && error != FiscalError.FiscalMemoryFull) return false;
        }

        IsDue = Pending.IsOpen;
        _settled = true;
        return true;
    }

    private FiscalError Append(long now)
    {
        var payload = new byte[UpdateRecord.SavedLength];
        Pending.Record.Save(new ByteWriter(payload));
        return _parts.Log.Append(RecordKind.FirmwareUpdate, now, payload, payload.Length);
    }

    // The version in force as the fiscal memory has it; empty when it does not tell.
    private string Recorded()
    {
        if (_parts.Log.Count(RecordKind.FirmwareUpdate) == 0) return _parts.Identity.FirstProgram;
        var record = new UpdateRecord();
        if (!_parts.Log.ReadLatest(RecordKind.FirmwareUpdate)) return "";
        record.Load(_parts.Log.Payload);
        return record.After;
    }

    private void Forget()
    {
        IsDue = false;
        Pending.Close();
    }
}
