using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Time;

namespace Nf.Firmware.Host.Commands;

/// <summary>The variables of 255 that tell the register's state; none can be written.</summary>
internal sealed class StateVariables
{
    /// <summary>What the protocol calls the rate of a group that is not in use, in hundredths of a percent.</summary>
    private const int UnusedRate = 10002;

    private readonly RegisterParts _parts;

    internal StateVariables(RegisterParts parts) => _parts = parts;

    /// <summary>Reads one; the value of field 1 when the name is not one of these.</summary>
    internal FiscalError Execute(DatecsRequest request, DatecsAnswer answer, int index, bool reads)
    {
        for (int i = 0; i < Numbers.Length; i++)
        {
            if (!request.FieldEquals(0, Numbers[i])) continue;
            if (reads) answer.AddNumber(Number(i));
            return Done(answer, reads);
        }

        for (int i = 0; i < Texts.Length; i++)
        {
            if (!request.FieldEquals(0, Texts[i])) continue;
            return reads ? Text(answer, i, index) : FiscalError.VariableReadOnly;
        }

        return FiscalErrors.Value(1);
    }

    // In the order of Numbers.
    private long Number(int variable)
    {
        switch (variable)
        {
            case 0: return _parts.State.LastZ;
            case 1: return _parts.Log.Count(RecordKind.RamReset);
            case 2: return _parts.Log.Count(RecordKind.VatGroups);
            case 3:
            case 4: return _parts.Log.Count(RecordKind.Fiscalisation);
            case 5: return _parts.Log.Count(RecordKind.Fiscalisation) + _parts.Log.Count(RecordKind.VatRegistration);
            case 6: return _parts.Log.Count(RecordKind.Header);
            case 7: return _parts.Identity.IsFiscalised && _parts.Identity.Fiscal.VatPayer ? 1 : 0;
            case 8: return _parts.Identity.IsFiscalised ? 1 : 0;
            case 9: return _parts.State.FirstReceipt > 0 ? 1 : 0;
            case 10: return _parts.State.Document.Id;
            case 11:
            case 12: return _parts.State.Totals.Receipts;
            case 13: return IsDayTooLong() ? 1 : 0;
            case 14: return _parts.Receipts.Receipt.IsOpen ? _parts.Receipts.Receipt.Operator : 0;
            case 15: return _parts.State.Medium;
            case 16: return _parts.Identity.Fiscal.Type == RegisterType.Airport ? 1 : 0;
            case 17: return (int)_parts.Readiness.Mode;
            default: return _parts.Devices.Printer.Columns;
        }
    }

    // In the order of Texts.
    private FiscalError Text(DatecsAnswer answer, int variable, int index)
    {
        Fiscalisation fiscal = _parts.Identity.Fiscal;
        switch (variable)
        {
            case 0:
                answer.Add(fiscal.SerialNumber);
                break;
            case 1:
                answer.Add(fiscal.Series);
                break;
            case 2:
                answer.Add(fiscal.FiscalCode);
                break;
            case 3:
                if (_parts.Identity.IsFiscalised) Moment(answer, _parts.Identity.FiscalisedAt);
                break;
            case 4:
                if (index >= VatGroups.Count) return FiscalErrors.Value(2);
                bool used = _parts.Identity.Groups.Kind(index) != VatGroupKind.Unused;
                answer.AddAmount(used ? _parts.Identity.Groups.Rate(index) : UnusedRate);
                break;
            default:
                if (index >= Header.MaxLines) return FiscalErrors.Value(2);
                if (index < _parts.Identity.Header.Count) HeaderLine(answer, index);
                break;
        }

        answer.Tab();
        return FiscalError.None;
    }

    private void HeaderLine(DatecsAnswer answer, int index)
    {
        byte[] line = _parts.Identity.Header.Line(index);
        answer.AddLatin(line, 0, line.Length);
    }

    private bool IsDayTooLong() => _parts.Clock.Read(out long now) == FiscalError.None && _parts.Readiness.IsDayTooLong(now);

    private static void Moment(DatecsAnswer answer, long seconds) => answer.AddMoment(seconds, CivilTime.IsSummerTime(seconds));

    private static FiscalError Done(DatecsAnswer answer, bool reads)
    {
        if (!reads) return FiscalError.VariableReadOnly;
        answer.Tab();
        return FiscalError.None;
    }

    private static readonly string[] Numbers =
    {
        "nZreport", "nReset", "nVatChanges", "nIDnumberChanges", "nFMnumberChanges", "nTAXnumberChanges", "nHeaderChanges",
        "UserIsVatRegistered", "Fiscalized", "DFR_needed", "nBon", "nFBon", "nFBonDailyCount", "Block24h", "CurrClerk", "EJNumber",
        "AirPortLocated", "EcrMode", "PrintColumns",
    };

    private static readonly string[] Texts = { "IDnumber", "FMnumber", "TAXnumber", "FmWriteDateTime", "valVat", "Header" };
}
