using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Online;

/// <summary>The parts of a register with an online module that make and keep messages to ANAF.</summary>
public sealed class Reporting
{
    // A receipt in the day's message, with every rate and a flight number; the rest of the message with its certificates.
    private const int BytesOfReceipt = 400;
    private const int BytesOfMessage = 16 * 1024;

    private readonly RegisterClock _clock;
    private readonly WorkingState _state;
    private readonly JournalRoom _room;
    private bool _isPoweredUp;

    internal Reporting(RegisterIdentity identity, FiscalMemoryLog log, WorkingState state, RegisterClock clock, JournalRoom room, RegisterDevices devices)
    {
        _state = state;
        _room = room;
        _clock = clock;
        Cells = new CellStore(devices.ModuleMemory, ModuleLayout.Redo);
        Certificates = new CertificateStore(devices.ModuleMemory);
        Signer = new SigningIdentity(devices.Crypto, Certificates);
        Outbox = new Outbox(Cells, log, devices.Journal);
        Events = new EventLog(Cells, log, state);
        Maker = new MessageMaker(identity, log, clock, devices, this);
    }

    /// <summary>Cells of the module's memory.</summary>
    public CellStore Cells { get; }

    public CertificateStore Certificates { get; }

    /// <summary>Certificate and key that messages are signed with.</summary>
    public SigningIdentity Signer { get; }

    /// <summary>Which days ANAF does not have.</summary>
    public Outbox Outbox { get; }

    /// <summary>Outages of power and network.</summary>
    public EventLog Events { get; }

    /// <summary>Makes the days' messages.</summary>
    public MessageMaker Maker { get; }

    /// <summary>Days of the journal's card must be told to ANAF from it, and are not yet.</summary>
    internal bool HoldsCard => (Signer.IsReady || Outbox.MustSend) && Outbox.HoldsCard;

    /// <summary>Reads the module's memory; once, at start, after fiscal memory and working state.</summary>
    internal FiscalError Load()
    {
        FiscalError error = Cells.Recover();
        if (error != FiscalError.None) return error;
        Outbox.Load();
        Events.Load();
        // Without a certificate there are no messages yet.
        Signer.Load();
        Maker.Load();
        _isPoweredUp = false;
        return FiscalError.None;
    }

    /// <summary>One step of the work in the background; false when there is nothing to do.</summary>
    internal bool Turn() => Maker.Turn();

    /// <summary>Some times a second: the register is alive.</summary>
    internal void Look()
    {
        _room.Reserved = BytesOfMessage + _state.Totals.Receipts * BytesOfReceipt;
        if (_clock.Read(out long now) != FiscalError.None) return;
        if (_isPoweredUp) Events.Alive(now);
        else Events.PowerUp(now);
        _isPoweredUp = true;
    }
}
