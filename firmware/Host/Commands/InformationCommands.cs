using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Host.Commands;

/// <summary>The commands that only ask: 50 VAT groups, 62 clock, 90 diagnostics, 100 errors, 123 identity.</summary>
internal sealed class InformationCommands
{
    /// <summary>What the protocol calls the rate of a group that is not in use, in hundredths of a percent.</summary>
    private const int UnusedRate = 10002;

    // Neither says anything of this firmware.
    private const string Checksum = "FFFF";
    private const string Switches = "00000000";

    private readonly RegisterIdentity _identity;
    private readonly WorkingState _state;
    private readonly RegisterClock _clock;
    private readonly FiscalMemoryLog _log;
    private readonly string _program;

    internal InformationCommands(RegisterParts parts)
    {
        _identity = parts.Identity;
        _state = parts.State;
        _clock = parts.Clock;
        _log = parts.Log;
        _program = parts.Devices.Program;
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

    /// <summary>90: name, firmware's revision, date and hour, checksum, switches, serial number.</summary>
    /// <remarks>A request whose last byte is no TAB has the older answer: the same in one list, without an error number.</remarks>
    internal FiscalError Diagnostics(DatecsRequest request, DatecsAnswer answer)
    {
        if (request.DataLength > 0 && request.Data[request.DataLength - 1] == FrameBytes.Tab) Fields(answer);
        else List(answer);
        return FiscalError.None;
    }

    /// <summary>100: an error's number; answers it with cause and next step.</summary>
    internal FiscalError Explain(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, int.MinValue, -1, out long number);
        if (error != FiscalError.None) return error;
        var explained = (FiscalError)(int)number;
        if (!FiscalErrors.IsKnown(explained)) return FiscalErrors.Value(1);
        answer.Ok();
        answer.AddNumber(number);
        answer.Tab();
        answer.AddText(FiscalErrors.Cause(explained));
        answer.Add(". ");
        answer.AddText(FiscalErrors.Next(explained));
        answer.Tab();
        return FiscalError.None;
    }

    /// <summary>123: 1 for who the register is, 3 for the receipt and the Z report issued last.</summary>
    internal FiscalError Device(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, long.MinValue, long.MaxValue, out long option);
        if (error != FiscalError.None) return error;
        if (option == 1) Identity(answer);
        else if (option == 3) LastReceipt(answer);
        else error = FiscalErrors.Value(1);
        return error;
    }

    private void Identity(DatecsAnswer answer)
    {
        answer.Ok();
        Field(answer, _identity.Fiscal.SerialNumber);
        Field(answer, _identity.Fiscal.Series);
        for (int i = 0; i < 2; i++)
        {
            if (i < _identity.Header.Count) answer.AddLatin(_identity.Header.Line(i));
            answer.Tab();
        }

        Field(answer, _identity.Fiscal.FiscalCode);
    }

    private void LastReceipt(DatecsAnswer answer)
    {
        answer.Ok();
        answer.AddNumber(_state.Issued.LastNumber);
        answer.Tab();
        answer.AddNumber(_state.LastZ);
        answer.Tab();
        if (_log.Count(RecordKind.Closure) > 0 && _log.ReadLatest(RecordKind.Closure)) Moment(answer, _log.Time, CivilTime.IsSummerTime(_log.Time));
        else answer.Tab();
    }

    private void Fields(DatecsAnswer answer)
    {
        answer.Ok();
        Field(answer, Version.Model);
        Field(answer, _program);
        Field(answer, Version.Date);
        Field(answer, Version.Time);
        Field(answer, Checksum);
        Field(answer, Switches);
        Field(answer, _identity.Fiscal.SerialNumber);
    }

    private void List(DatecsAnswer answer)
    {
        answer.Add(Version.Model);
        answer.Add(",");
        answer.Add(_program);
        answer.Add(" ");
        answer.Add(Version.Date);
        answer.Add(" ");
        answer.Add(Version.Time);
        answer.Add("," + Checksum + "," + Switches + ",");
        answer.Add(_identity.Fiscal.SerialNumber);
    }

    private static void Moment(DatecsAnswer answer, long seconds, bool isSummerTime)
    {
        answer.AddMoment(seconds, isSummerTime);
        answer.Tab();
    }

    private static void Field(DatecsAnswer answer, string text)
    {
        answer.Add(text);
        answer.Tab();
    }
}
