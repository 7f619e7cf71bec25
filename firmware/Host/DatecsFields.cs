using Nf.Firmware.Errors;

namespace Nf.Firmware.Host;

/// <summary>Reads a command's fields with the protocol's errors: -1121nn for the form, -1122nn for the value.</summary>
internal static class DatecsFields
{
    /// <summary>A whole number that must be there.</summary>
    internal static FiscalError Integer(DatecsRequest request, int field, long min, long max, out long value)
    {
        if (!request.TryInteger(field, long.MinValue, long.MaxValue, out value)) return FiscalErrors.Syntax(field + 1);
        return value < min || value > max ? FiscalErrors.Value(field + 1) : FiscalError.None;
    }

    /// <summary>A whole number that may be missing.</summary>
    internal static FiscalError Integer(DatecsRequest request, int field, long min, long max, long missing, out long value)
    {
        value = missing;
        return request.IsEmpty(field) ? FiscalError.None : Integer(request, field, min, max, out value);
    }

    /// <summary>A decimal number that may be missing; its range is for whoever knows what it means.</summary>
    internal static FiscalError Decimal(DatecsRequest request, int field, int decimals, long missing, out long value)
    {
        value = missing;
        if (request.IsEmpty(field)) return FiscalError.None;
        return request.TryDecimal(field, decimals, long.MaxValue, out value) ? FiscalError.None : FiscalErrors.Syntax(field + 1);
    }
}
