using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.Text;

namespace Nf.Firmware.Host.Commands;

/// <summary>The variables of 255 about the foreign currency that buyers may pay in; they change with a closed day only.</summary>
/// <remarks>First the name, then the rate: a rate belongs to the currency that it was given for, and goes when that changes.</remarks>
internal sealed class CurrencyVariables
{
    private readonly RegisterParts _parts;
    private readonly ForeignCurrency _currency;
    private readonly byte[] _code = new byte[ForeignCurrency.CodeLength];

    internal CurrencyVariables(RegisterParts parts)
    {
        _parts = parts;
        _currency = parts.State.Currency;
    }

    /// <summary>Reads or writes one; the value of field 1 when the name is not one of these. Busy: ask again.</summary>
    internal FiscalError Execute(DatecsRequest request, DatecsAnswer answer, bool reads)
    {
        bool isName = request.FieldEquals(0, "CurrNameForeign");
        if (!isName && !request.FieldEquals(0, "ExchangeRate")) return FiscalErrors.Value(1);
        if (reads) return Read(answer, isName);
        FiscalError error = _parts.Readiness.ForProgramming();
        if (error != FiscalError.None) return error;
        if (_parts.State.TextLength != 0) return FiscalError.ZReportNeeded;
        error = isName ? WriteName(request) : WriteRate(request);
        return error == FiscalError.None ? _parts.Issuer.Commit() : error;
    }

    private FiscalError Read(DatecsAnswer answer, bool isName)
    {
        if (!isName) answer.AddNumber(_currency.Rate);
        else if (_currency.HasCode) answer.AddLatin(_currency.Code, 0, ForeignCurrency.CodeLength);
        answer.Tab();
        return FiscalError.None;
    }

    private FiscalError WriteName(DatecsRequest request)
    {
        int length = request.FieldLength(2);
        if (length > ForeignCurrency.CodeLength) return FiscalError.NameTooLong;
        if (IsBlank(request))
        {
            _currency.Clear();
            return FiscalError.None;
        }

        HostText.Decode(request.Data, request.FieldOffset(2), length, _code, 0);
        return _currency.SetCode(_code, length) ? FiscalError.None : FiscalErrors.Value(3);
    }

    private FiscalError WriteRate(DatecsRequest request)
    {
        FiscalError error = DatecsFields.Integer(request, 2, 0, ForeignCurrency.MaxRate, out long rate);
        if (error != FiscalError.None) return error;
        return _currency.SetRate(rate) ? FiscalError.None : FiscalError.ForeignNotSet;
    }

    private static bool IsBlank(DatecsRequest request)
    {
        int offset = request.FieldOffset(2);
        for (int i = offset; i < offset + request.FieldLength(2); i++)
            if (request.Data[i] != ' ') return false;
        return true;
    }
}
