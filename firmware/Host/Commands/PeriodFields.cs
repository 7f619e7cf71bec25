using System;
using Nf.Firmware.Errors;
using Nf.Firmware.Time;

namespace Nf.Firmware.Host.Commands;

/// <summary>Dates of a command's fields: <c>DD-MM-YY</c>, with or without <c> hh:mm:ss</c> and <c> DST</c> after it.</summary>
internal static class PeriodFields
{
    private const int DateLength = 8;

    private static readonly byte[] FirstSecond = { (byte)' ', (byte)'0', (byte)'0', (byte)':', (byte)'0', (byte)'0', (byte)':', (byte)'0', (byte)'0' };

    /// <summary>The first second that a field names.</summary>
    internal static FiscalError From(DatecsRequest request, int field, long missing, out long moment) =>
        Moment(request, field, missing, out moment, out _);

    /// <summary>The last second that a field names: of a date alone, the day's last.</summary>
    internal static FiscalError To(DatecsRequest request, int field, long missing, out long moment)
    {
        FiscalError error = Moment(request, field, missing, out moment, out bool isDate);
        if (isDate) moment += CivilTime.SecondsPerDay - 1;
        return error;
    }

    private static FiscalError Moment(DatecsRequest request, int field, long missing, out long moment, out bool isDate)
    {
        moment = missing;
        isDate = false;
        if (request.IsEmpty(field)) return FiscalError.None;
        var text = new byte[DateLength + FirstSecond.Length];
        int length = request.FieldLength(field);
        isDate = length == DateLength;
        if (!isDate)
            return CivilTime.TryParseHost(request.Data, request.FieldOffset(field), length, out moment) ? FiscalError.None : FiscalErrors.Syntax(field + 1);
        Array.Copy(request.Data, request.FieldOffset(field), text, 0, DateLength);
        Array.Copy(FirstSecond, 0, text, DateLength, FirstSecond.Length);
        isDate = CivilTime.TryParseHost(text, 0, text.Length, out moment);
        return isDate ? FiscalError.None : FiscalErrors.Syntax(field + 1);
    }
}
