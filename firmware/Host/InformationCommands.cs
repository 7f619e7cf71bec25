using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Host;

/// <summary>The commands that only ask: 50 VAT groups, 62 clock, 74 status, 90 diagnostics.</summary>
internal sealed class InformationCommands
{
    /// <summary>What the protocol calls the rate of a group that is not in use, in hundredths of a percent.</summary>
    private const int UnusedRate = 10002;

    private readonly RegisterIdentity _identity;
    private readonly WorkingState _state;
    private readonly RegisterClock _clock;
    private readonly StatusReport _status;
    private readonly byte[] _text = new byte[32];

    internal InformationCommands(RegisterParts parts)
    {
        _identity = parts.Identity;
        _state = parts.State;
        _clock = parts.Clock;
        _status = parts.Status;
    }

    /// <summary>50: number of the last Z, rates of A to G, moment of entry. A group without a rate answers 0.00.</summary>
    internal FiscalError VatRates(DatecsRequest request, DatecsAnswer answer)
    {
        if (!_identity.Groups.AnyUsed) return FiscalError.VatRatesNotSet;
        answer.Ok();
        answer.AddNumber(_state.LastZ);
        answer.Tab();
        for (int i = 0; i < VatGroups.Count; i++)
        {
            bool used = _identity.Groups.Kind(i) != VatGroupKind.Unused;
            answer.AddAmount(used ? _identity.Groups.Rate(i) : UnusedRate);
            answer.Tab();
        }

        Moment(answer, _identity.Groups.SetAt, CivilTime.IsSummerTime(_identity.Groups.SetAt));
        return FiscalError.None;
    }

    /// <summary>62: the time, with " DST" in summer.</summary>
    internal FiscalError Time(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = _clock.Read(out long now);
        if (error == FiscalError.ClockLost || error == FiscalError.ClockWrong) return error;
        answer.Ok();
        Moment(answer, now, _clock.IsSummerTime);
        return FiscalError.None;
    }

    /// <summary>74: the status bytes as data.</summary>
    internal FiscalError Status(DatecsRequest request, DatecsAnswer answer)
    {
        var status = new byte[8];
        _status.Write(status);
        answer.Ok();
        answer.Add(status, 0, status.Length);
        answer.Tab();
        return FiscalError.None;
    }

    /// <summary>90: name, firmware's revision, date and hour, checksum, switches, serial number.</summary>
    internal FiscalError Diagnostics(DatecsRequest request, DatecsAnswer answer)
    {
        answer.Ok();
        Field(answer, Version.Model);
        Field(answer, Version.Number);
        Field(answer, Version.Date);
        Field(answer, Version.Time);
        Field(answer, "FFFF");
        Field(answer, "00000000");
        Field(answer, _identity.Fiscal.SerialNumber);
        return FiscalError.None;
    }

    private void Moment(DatecsAnswer answer, long seconds, bool isSummerTime)
    {
        int length = CivilTime.WriteShortDate(_text, 0, seconds);
        _text[length++] = (byte)' ';
        length += CivilTime.WriteTime(_text, length, seconds);
        answer.Add(_text, 0, length);
        if (isSummerTime) answer.Add(" DST");
        answer.Tab();
    }

    private static void Field(DatecsAnswer answer, string text)
    {
        answer.Add(text);
        answer.Tab();
    }
}
