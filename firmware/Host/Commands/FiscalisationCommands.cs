using Nf.Firmware.Access;
using Nf.Firmware.Bytes;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Text;
using Nf.Firmware.Time;

namespace Nf.Firmware.Host.Commands;

/// <summary>The commands that put a register into service: 61 clock, 72 fiscalise, 83 VAT rates, 91 serial number, 99 fiscal code.</summary>
internal sealed class FiscalisationCommands
{
    /// <summary>What the protocol calls the rate of a group that is not in use, in hundredths of a percent.</summary>
    private const int UnusedRate = 10002;

    /// <summary>Longest number of the three: the fiscal code.</summary>
    private const int MaxText = 16;

    private const int TimeLength = 17;

    private readonly AccessControl _access;
    private readonly RegisterIdentity _identity;
    private readonly Staging _staging;
    private readonly Fiscaliser _fiscaliser;
    private readonly FiscalisationDesk _desk;
    private readonly RegisterClock _clock;
    private readonly Readiness _readiness;
    private readonly VatGroups _groups = new VatGroups();
    private readonly byte[] _saved = new byte[VatGroups.SavedLength];

    internal FiscalisationCommands(RegisterParts parts)
    {
        _access = parts.Access;
        _identity = parts.Identity;
        _staging = parts.Staging;
        _fiscaliser = parts.Fiscaliser;
        _desk = parts.Fiscalisation;
        _clock = parts.Clock;
        _readiness = parts.Readiness;
    }

    /// <summary>61: DD-MM-YY hh:mm:ss, with " DST" in summer time.</summary>
    internal FiscalError SetClock(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = _identity.IsFiscalised ? FiscalError.None : _access.Technician();
        if (error == FiscalError.None) error = _readiness.ForProgramming();
        if (error != FiscalError.None) return error;
        int length = request.FieldLength(0);
        if (!CivilTime.TryParseHost(request.Data, request.FieldOffset(0), length, out long seconds)) return FiscalError.ClockWrong;
        error = _clock.Set(seconds, length > TimeLength, _access.Technician() == FiscalError.None);
        if (error == FiscalError.None) answer.Ok();
        return error;
    }

    /// <summary>72: series (NUI), fiscal code, 1 when registered for VAT; later the same code with another registration. Busy: ask again.</summary>
    internal FiscalError Fiscalise(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = Serviced();
        if (error != FiscalError.None) return error;
        string series = Text(request, 0);
        if (!RegistryNumber.IsWellFormed(series)) return FiscalErrors.Syntax(1);
        string code = Text(request, 1);
        if (!FiscalCode.IsWellFormed(code)) return FiscalErrors.Syntax(2);
        error = DatecsFields.Integer(request, 2, 0, 1, out long payer);
        if (error != FiscalError.None) return error;
        answer.Ok();
        return _identity.IsFiscalised ? _fiscaliser.ChangeVatRegistration(series, code, payer == 1) : _desk.Fiscalise(series, code, payer == 1);
    }

    /// <summary>83: rates of A to E, 100.02 for none; what is missing stays. Answer: changes that are still possible.</summary>
    internal FiscalError SetRates(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = _identity.IsFiscalised ? _access.Manager() : _access.Technician();
        if (error == FiscalError.None) error = _readiness.ForProgramming();
        if (error == FiscalError.None) error = TakeRates(request);
        if (error == FiscalError.None) error = _identity.IsFiscalised ? _fiscaliser.ChangeGroups(_groups) : Stage();
        if (error != FiscalError.None) return error;
        answer.Ok();
        answer.AddNumber(_fiscaliser.GroupChangesLeft);
        answer.Tab();
        return FiscalError.None;
    }

    /// <summary>91: the maker's number, two letters and 8 to 10 digits. Answer: the country.</summary>
    internal FiscalError SetSerial(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = Fresh();
        if (error != FiscalError.None) return error;
        string serial = Text(request, 0);
        if (!IsSerial(serial)) return FiscalErrors.Syntax(1);
        error = _staging.SetSerial(serial);
        if (error != FiscalError.None) return error;
        answer.Ok();
        answer.Add("RO");
        answer.Tab();
        return FiscalError.None;
    }

    /// <summary>99: the operator's fiscal code.</summary>
    internal FiscalError TaxNumber(DatecsRequest request, DatecsAnswer answer)
    {
        if (!_identity.IsFiscalised) return FiscalError.NotFiscalised;
        answer.Ok();
        answer.Add(_identity.Fiscal.FiscalCode);
        answer.Tab();
        return FiscalError.None;
    }

    private FiscalError Fresh()
    {
        return _identity.IsFiscalised ? FiscalError.AlreadyFiscalised : Serviced();
    }

    private FiscalError Serviced()
    {
        FiscalError error = _access.Technician();
        return error == FiscalError.None ? _readiness.ForProgramming() : error;
    }

    private FiscalError Stage()
    {
        if (!_groups.AnyUsed) return FiscalError.VatRatesNotSet;
        FiscalError error = _clock.Read(out long now);
        return error == FiscalError.None ? _staging.SetGroups(_groups, now) : error;
    }

    private FiscalError TakeRates(DatecsRequest request)
    {
        _identity.Groups.Save(new ByteWriter(_saved));
        _groups.Load(new ByteReader(_saved));
        for (int i = 0; i < VatGroups.Programmable; i++)
        {
            if (request.IsEmpty(i)) continue;
            if (!request.TryDecimal(i, 2, long.MaxValue, out long rate)) return FiscalErrors.Syntax(i + 1);
            if (rate != UnusedRate && (rate < 0 || rate > VatGroups.MaxRate)) return FiscalErrors.Value(i + 1);
            if (rate == UnusedRate) _groups.Set(i, VatGroupKind.Unused, 0);
            else _groups.Set(i, VatGroupKind.Rate, (int)rate);
        }

        return FiscalError.None;
    }

    private static bool IsSerial(string text)
    {
        const int letters = 2;
        for (int i = 0; i < letters && i < text.Length; i++)
            if (text[i] < 'A' || text[i] > 'Z') return false;
        return Digits.Are(text, letters, 8, 10);
    }

    private static string Text(DatecsRequest request, int field)
    {
        int length = request.FieldLength(field);
        return length > MaxText ? "" : Latin16.ToText(request.Data, request.FieldOffset(field), length);
    }
}
