using Nf.Firmware.Bytes;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware;

/// <summary>What a technician enters to fiscalise a register (norms, art. 33 A a) to c), 42).</summary>
public sealed class FiscalisationOrder
{
    public Fiscalisation Identity { get; } = new Fiscalisation();

    public Header Header { get; } = new Header();

    public VatGroups Groups { get; } = new VatGroups();
}

/// <summary>Turns a new register into a fiscal one, irreversibly, and changes its VAT groups later.</summary>
internal sealed class Fiscaliser
{
    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly StateStore _store;
    private readonly RegisterClock _clock;
    private readonly JournalLabel _label;
    private readonly byte[] _payload = new byte[Header.MaxSavedLength];

    internal Fiscaliser(RegisterIdentity identity, FiscalMemoryLog log, WorkingState state, StateStore store, RegisterClock clock, JournalLabel label)
    {
        _identity = identity;
        _log = log;
        _state = state;
        _store = store;
        _clock = clock;
        _label = label;
    }

    /// <summary>Writes header, groups and journal medium, then the record that decides.</summary>
    internal FiscalError Fiscalise(FiscalisationOrder order)
    {
        if (_identity.IsFiscalised) return FiscalError.AlreadyFiscalised;
        FiscalError error = Check(order);
        if (error != FiscalError.None) return error;
        error = _clock.Read(out long now);
        if (error != FiscalError.None) return error;
        error = InitialiseJournal(order.Identity.Series, now);
        if (error == FiscalError.None) error = AppendHeader(order.Header, now);
        if (error == FiscalError.None) error = AppendGroups(order.Groups, now);
        if (error == FiscalError.None) error = _store.Commit();
        if (error == FiscalError.None) error = AppendIdentity(order.Identity, now);
        return error != FiscalError.None ? error : _identity.Load(_log);
    }

    /// <summary>Replaces the VAT groups; only with a closed day (norms, art. 34 d)).</summary>
    internal FiscalError ChangeGroups(VatGroups groups)
    {
        if (!_identity.IsFiscalised) return FiscalError.NotFiscalised;
        if (_state.TextLength != 0) return FiscalError.ZReportNeeded;
        if (!groups.AnyUsed) return FiscalError.VatRatesNotSet;
        FiscalError error = _clock.Read(out long now);
        if (error == FiscalError.None) error = AppendGroups(groups, now);
        return error != FiscalError.None ? error : _identity.Load(_log);
    }

    private static FiscalError Check(FiscalisationOrder order)
    {
        if (!RegistryNumber.IsWellFormed(order.Identity.Series)) return FiscalError.IdentityMissing;
        if (!FiscalCode.IsWellFormed(order.Identity.FiscalCode)) return FiscalError.IdentityMissing;
        int serial = order.Identity.SerialNumber.Length;
        if (serial == 0 || serial > Fiscalisation.SerialLength) return FiscalError.IdentityMissing;
        if (order.Header.IsBlank) return FiscalError.HeaderMissing;
        return order.Groups.AnyUsed ? FiscalError.None : FiscalError.VatRatesNotSet;
    }

    // A fiscalisation that a power cut interrupted finds its medium initialised already.
    private FiscalError InitialiseJournal(string series, long now)
    {
        if (_log.Count(RecordKind.JournalMedium) == 0)
        {
            var writer = new ByteWriter(_payload);
            writer.U16(1);
            FiscalError error = _log.Append(RecordKind.JournalMedium, now, _payload, writer.Position);
            if (error != FiscalError.None) return error;
        }

        _state.Owner = Digits.Value(series);
        _state.Medium = _log.Count(RecordKind.JournalMedium);
        _label.Expect(series, _state.Medium);
        return _label.Write();
    }

    private FiscalError AppendHeader(Header header, long now)
    {
        var writer = new ByteWriter(_payload);
        header.Save(writer);
        return _log.Append(RecordKind.Header, now, _payload, writer.Position);
    }

    private FiscalError AppendGroups(VatGroups groups, long now)
    {
        var writer = new ByteWriter(_payload);
        groups.Save(writer);
        return _log.Append(RecordKind.VatGroups, now, _payload, writer.Position);
    }

    private FiscalError AppendIdentity(Fiscalisation identity, long now)
    {
        var writer = new ByteWriter(_payload);
        identity.Save(writer);
        return _log.Append(RecordKind.Fiscalisation, now, _payload, writer.Position);
    }
}
