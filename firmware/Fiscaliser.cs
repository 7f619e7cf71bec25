using Nf.Firmware.Bytes;
using Nf.Firmware.Day;
using Nf.Firmware.Documents;
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

/// <summary>Turns a new register into a fiscal one, irreversibly, and changes its header and VAT groups later.</summary>
/// <remarks>What already stands in the latest record is not written again: whoever got no answer may ask once more.</remarks>
internal sealed class Fiscaliser
{
    private const int FirstMedium = 1;

    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly DocumentIssuer _issuer;
    private readonly RegisterClock _clock;
    private readonly JournalLabel _label;
    private readonly string _program;
    private readonly byte[] _payload = new byte[Header.MaxSavedLength];

    internal Fiscaliser(RegisterIdentity identity, FiscalMemoryLog log, WorkingState state, DocumentIssuer issuer, RegisterClock clock,
        JournalLabel label, string program)
    {
        _program = program;
        _identity = identity;
        _log = log;
        _state = state;
        _issuer = issuer;
        _clock = clock;
        _label = label;
    }

    /// <summary>Changes of the header that were made since fiscalisation.</summary>
    internal int HeaderChanges => _identity.IsFiscalised ? _log.Count(RecordKind.Header) - _identity.FirstHeaders : 0;

    /// <summary>Changes of the VAT groups that are still possible.</summary>
    internal int GroupChangesLeft =>
        RecordCapacity.GroupChanges - (_identity.IsFiscalised ? _log.Count(RecordKind.VatGroups) - _identity.FirstGroups : 0);

    /// <summary>Changes of the header that are still possible.</summary>
    internal int HeaderChangesLeft => RecordCapacity.HeaderChanges - HeaderChanges;

    /// <summary>Writes header, groups and journal medium, then the record that decides.</summary>
    internal FiscalError Fiscalise(FiscalisationOrder order)
    {
        if (_identity.IsFiscalised) return FiscalError.AlreadyFiscalised;
        FiscalError error = Obstacle(order);
        if (error != FiscalError.None) return error;
        error = _clock.Read(out long now);
        if (error != FiscalError.None) return error;
        error = InitialiseJournal(order.Identity.Series, now);
        if (error == FiscalError.None) error = AppendHeader(order.Header, now);
        if (error == FiscalError.None) error = AppendGroups(order.Groups, now);
        if (error != FiscalError.None) return error;
        // The host's answer is committed before the record that makes it true: a start believes it only with the record.
        _state.ForgetTrials();
        error = _issuer.Commit();
        if (error == FiscalError.None) error = AppendIdentity(order.Identity, now);
        return error != FiscalError.None ? error : _identity.Load(_log);
    }

    /// <summary>
    /// Why an order cannot be carried out. The journal of the fiscal memory before, which may bear the same series, is not
    /// gone on with (OUG 28/1999, art. 4 (11)).
    /// </summary>
    internal FiscalError Obstacle(FiscalisationOrder order)
    {
        FiscalError error = Check(order);
        return error == FiscalError.None ? _label.CheckEmpty() : error;
    }

    /// <summary>Replaces the VAT groups; only with a closed day (norms, art. 34 d)).</summary>
    internal FiscalError ChangeGroups(VatGroups groups)
    {
        if (!groups.AnyUsed) return FiscalError.VatRatesNotSet;
        FiscalError error = Changeable(GroupChangesLeft, FiscalError.VatChangesUsed, out long now);
        if (error == FiscalError.None) error = AppendGroups(groups, now);
        return error != FiscalError.None ? error : _identity.Load(_log);
    }

    /// <summary>Replaces the header; only with a closed day, which bears one header.</summary>
    internal FiscalError ChangeHeader(Header header)
    {
        if (header.IsBlank) return FiscalError.HeaderMissing;
        if (!header.FitsRecord) return FiscalError.HeaderTooLong;
        FiscalError error = Changeable(HeaderChangesLeft, FiscalError.HeaderChangesUsed, out long now);
        if (error == FiscalError.None) error = AppendHeader(header, now);
        return error != FiscalError.None ? error : _identity.Load(_log);
    }

    /// <summary>The operator of the same code is registered for VAT, or no longer is; only with a closed day (OUG 28/1999, art. 4 (10)).</summary>
    internal FiscalError ChangeVatRegistration(string series, string fiscalCode, bool vatPayer)
    {
        Fiscalisation own = _identity.Fiscal;
        if (Digits.Value(series) != Digits.Value(own.Series) || !FiscalCode.IsSame(fiscalCode, own.FiscalCode)) return FiscalError.AlreadyFiscalised;
        if (own.VatPayer == vatPayer && own.FiscalCode.Length == fiscalCode.Length)
            return _log.Count(RecordKind.VatRegistration) == 0 ? FiscalError.AlreadyFiscalised : FiscalError.None;
        FiscalError error = Changeable(1, FiscalError.None, out long now);
        if (error != FiscalError.None) return error;
        var writer = new ByteWriter(_payload);
        Fiscalisation.SaveRegistration(writer, fiscalCode, vatPayer);
        error = _log.Append(RecordKind.VatRegistration, now, _payload, writer.Position);
        return error != FiscalError.None ? error : _identity.Load(_log);
    }

    private FiscalError Changeable(int left, FiscalError noneLeft, out long now)
    {
        now = 0;
        if (!_identity.IsFiscalised) return FiscalError.NotFiscalised;
        if (_state.TextLength != 0) return FiscalError.ZReportNeeded;
        return left > 0 ? _clock.Read(out now) : noneLeft;
    }

    private static FiscalError Check(FiscalisationOrder order)
    {
        if (!RegistryNumber.IsWellFormed(order.Identity.Series)) return FiscalError.IdentityMissing;
        if (!FiscalCode.IsWellFormed(order.Identity.FiscalCode)) return FiscalError.IdentityMissing;
        int serial = order.Identity.SerialNumber.Length;
        if (serial == 0 || serial > Fiscalisation.SerialLength) return FiscalError.IdentityMissing;
        if (order.Header.IsBlank) return FiscalError.HeaderMissing;
        if (!order.Header.FitsRecord) return FiscalError.HeaderTooLong;
        return order.Groups.AnyUsed ? FiscalError.None : FiscalError.VatRatesNotSet;
    }

    // A fiscalisation that a power cut interrupted finds its medium initialised already. A medium that cannot be taken
    // leaves nothing in the fiscal memory.
    private FiscalError InitialiseJournal(string series, long now)
    {
        _label.Expect(series, FirstMedium);
        FiscalError error = _label.Write();
        if (error == FiscalError.None && _log.Count(RecordKind.JournalMedium) == 0)
        {
            var writer = new ByteWriter(_payload);
            writer.U16(FirstMedium);
            error = _log.Append(RecordKind.JournalMedium, now, _payload, writer.Position);
        }

        _state.Owner = Digits.Value(series);
        _state.Medium = FirstMedium;
        return error;
    }

    private FiscalError AppendHeader(Header header, long now)
    {
        var writer = new ByteWriter(_payload);
        header.Save(writer);
        return AppendChange(RecordKind.Header, now, writer.Position);
    }

    private FiscalError AppendGroups(VatGroups groups, long now)
    {
        var writer = new ByteWriter(_payload);
        groups.Save(writer);
        return AppendChange(RecordKind.VatGroups, now, writer.Position);
    }

    private FiscalError AppendIdentity(Fiscalisation identity, long now)
    {
        var writer = new ByteWriter(_payload);
        identity.Save(writer);
        UpdateRecord.SaveVersion(writer, _program);
        return _log.Append(RecordKind.Fiscalisation, now, _payload, writer.Position);
    }

    private FiscalError AppendChange(RecordKind kind, long now, int length) =>
        _log.LatestIs(kind, _payload, length) ? FiscalError.None : _log.Append(kind, now, _payload, length);
}
