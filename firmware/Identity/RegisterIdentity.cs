using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;

namespace Nf.Firmware.Identity;

/// <summary>What the fiscal memory says of this register, read once at start: series, header, VAT groups, medium.</summary>
public sealed class RegisterIdentity
{
    public bool IsFiscalised { get; private set; }

    public Fiscalisation Fiscal { get; } = new Fiscalisation();

    public Header Header { get; } = new Header();

    public VatGroups Groups { get; } = new VatGroups();

    /// <summary>When the register was fiscalised, seconds since 2000.</summary>
    public long FiscalisedAt { get; private set; }

    /// <summary>When the journal medium in use was initialised, seconds since 2000.</summary>
    public long MediumSince { get; private set; }

    /// <summary>Header records that belong to the fiscalisation; the later ones are changes (norms, art. 46 (2)).</summary>
    public int FirstHeaders { get; private set; }

    /// <summary>Records of VAT groups that belong to the fiscalisation.</summary>
    public int FirstGroups { get; private set; }

    /// <summary>Number of journal media initialised so far; the last is the one in use.</summary>
    public int Medium { get; private set; }

    /// <summary>Sales of a group bear its rate; nothing does where the operator is not registered for VAT.</summary>
    public bool HasVat(int group) => Fiscal.VatPayer && Groups.Kind(group) == VatGroupKind.Rate;

    /// <summary>The letter printed beside a sale; N where the operator is not registered for VAT.</summary>
    public char Letter(int group) => Fiscal.VatPayer || group == VatGroups.OtherTax ? VatGroups.Letter(group) : 'N';

    /// <summary>Reads the latest record of each kind. A kind that is counted and cannot be read is damage.</summary>
    public FiscalError Load(FiscalMemoryLog log)
    {
        IsFiscalised = log.Count(RecordKind.Fiscalisation) > 0;
        if (log.Count(RecordKind.Header) > 0)
        {
            if (!log.ReadLatest(RecordKind.Header)) return FiscalError.FiscalMemoryDamaged;
            Header.Load(log.Payload);
        }

        if (log.Count(RecordKind.VatGroups) > 0)
        {
            if (!log.ReadLatest(RecordKind.VatGroups)) return FiscalError.FiscalMemoryDamaged;
            Groups.Load(log.Payload);
            Groups.SetAt = log.Time;
        }

        Medium = log.Count(RecordKind.JournalMedium);
        if (Medium > 0)
        {
            if (!log.ReadLatest(RecordKind.JournalMedium)) return FiscalError.FiscalMemoryDamaged;
            MediumSince = log.Time;
        }

        if (!IsFiscalised) return FiscalError.None;
        if (!log.ReadLatest(RecordKind.Fiscalisation)) return FiscalError.FiscalMemoryDamaged;
        Fiscal.Load(log.Payload);
        FiscalisedAt = log.Time;
        FirstHeaders = log.CountThen(RecordKind.Header);
        FirstGroups = log.CountThen(RecordKind.VatGroups);
        if (log.Count(RecordKind.VatRegistration) == 0) return FiscalError.None;
        if (!log.ReadLatest(RecordKind.VatRegistration)) return FiscalError.FiscalMemoryDamaged;
        Fiscal.LoadRegistration(log.Payload);
        return FiscalError.None;
    }
}
