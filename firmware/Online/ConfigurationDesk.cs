using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Messages;
using Nf.Firmware.Provisioning;

namespace Nf.Firmware.Online;

/// <summary>Puts into force what ANAF configured, and changes the profile when its day comes.</summary>
/// <remarks>
/// A step that the technician takes, and every change of the profile, is decided by its record in the fiscal memory; a
/// start takes it over from there. Other values that the server sends are in the module's memory alone, so that a server
/// cannot fill the fiscal memory.
/// </remarks>
internal sealed class ConfigurationDesk
{
    private readonly ConfigurationStore _store;
    private readonly Outbox _outbox;
    private readonly ProvisioningRecords _records;
    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;
    private readonly ClosureFinder _finder;
    private readonly byte[] _id = new byte[MessageIds.ShortLength];

    internal ConfigurationDesk(ConfigurationStore store, Outbox outbox, ProvisioningRecords records, RegisterIdentity identity, FiscalMemoryLog log)
    {
        _store = store;
        _outbox = outbox;
        _records = records;
        _identity = identity;
        _log = log;
        _finder = new ClosureFinder(log);
    }

    /// <summary>What is in force.</summary>
    internal OnlineConfiguration Current => _store.Current;

    /// <summary>Category of the address that the register's days go to.</summary>
    internal int AddressType => RegisterTypes.AddressType(_identity.Fiscal.Type);

    /// <summary>Once, at start, after the outbox.</summary>
    internal FiscalError Load()
    {
        FiscalError error = _store.Load();
        if (error != FiscalError.None || _log.Count(RecordKind.Unblocking) == 0) return error;
        if (!_log.ReadLatest(RecordKind.Unblocking)) return FiscalError.FiscalMemoryDamaged;
        UnblockingRecord.Load(_log.Payload, out int lastZ, out _);
        return Settle(lastZ);
    }

    /// <summary>Carries out the change of profile that is due, and tells the outbox which profile holds.</summary>
    internal FiscalError Follow(long now)
    {
        OnlineConfiguration current = Current;
        FiscalError error = FiscalError.None;
        if (current.ChangesAt != 0 && now >= current.ChangesAt) error = Change();
        _outbox.MustSend = current.ProfileAt(now) == 1;
        return error;
    }

    /// <summary>The message is the one that was applied last: whoever got no answer may import it once more.</summary>
    internal bool IsInForce(ConfigurationMessage message) => message.Moment == Current.Moment;

    /// <summary>Why a message may not be obeyed.</summary>
    internal FiscalError Check(ConfigurationMessage message, long now)
    {
        FiscalError error = ConfigurationRules.Check(message, Current, _identity.Fiscal, AddressType, now);
        if (error == FiscalError.None && message.Unblocks && !IsLastRegisterMessage(message.UnblockCode)) error = FiscalError.UnblockCodeWrong;
        return error;
    }

    /// <summary>Obeys a message that was checked. Busy: a document is still due, ask again.</summary>
    internal FiscalError Apply(ConfigurationMessage message, RecordSource source, long now)
    {
        if (_records.IsDue) return FiscalError.Busy;
        OnlineConfiguration current = Current;
        int before = current.ProfileAt(now);
        _store.Keep();
        current.Take(message, now);
        bool isChanged = current.ProfileAt(now) != before || current.ChangesAt != 0;
        FiscalError error = FiscalError.None;
        if (message.Unblocks) error = Unblock(source, now);
        if (error == FiscalError.None && (isChanged || source == RecordSource.Technician && !message.Unblocks))
            error = _records.Configuration(source, current, now, !message.Unblocks);
        if (error == FiscalError.None) error = _store.Save();
        if (error != FiscalError.None)
        {
            _store.Undo();
            return error;
        }

        return Follow(now);
    }

    /// <summary>The certificate that ANAF asked for is in use.</summary>
    internal FiscalError Renewed()
    {
        Current.RenewalDue = false;
        return _store.Save();
    }

    // Days that were closed before the register had to send are declared offline.
    private FiscalError Change()
    {
        OnlineConfiguration current = Current;
        if (current.NextProfile == 1)
        {
            _finder.FirstSince(current.ChangesAt, out int slot);
            FiscalError error = Settle(_finder.CountBefore(slot, RecordKind.Closure));
            if (error != FiscalError.None) return error;
        }

        current.EndChange();
        return _store.Save();
    }

    private FiscalError Unblock(RecordSource source, long now)
    {
        int last = _outbox.RegisterMessageLast;
        // Whoever was cut off between record and configuration imports it once more.
        if (IsUnblocked(_outbox.RegisterMessageMoment)) return Settle(last);
        FiscalError error = _records.Unblocking(source, last, _outbox.RegisterMessageMoment, now);
        return error == FiscalError.None ? Settle(last) : error;
    }

    private FiscalError Settle(int day) => _outbox.ConfirmUpTo(day) == FiscalError.None ? FiscalError.None : FiscalError.ModuleMemoryFailed;

    private bool IsUnblocked(long registerMessage)
    {
        if (_log.Count(RecordKind.Unblocking) == 0 || !_log.ReadLatest(RecordKind.Unblocking)) return false;
        UnblockingRecord.Load(_log.Payload, out _, out long message);
        return message == registerMessage;
    }

    private bool IsLastRegisterMessage(string code)
    {
        if (_outbox.RegisterMessageMoment == 0 || code.Length != _id.Length) return false;
        MessageIds.WriteShort(_id, 0, _identity.Fiscal.Series, _outbox.RegisterMessageMoment);
        return XmlText.Are(_id, 0, _id.Length, code);
    }
}
