using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Firmware.Reports;

namespace Nf.Firmware.Host.Commands;

/// <summary>128: a month's messages to ANAF on the external medium, for declaration A4200.</summary>
internal sealed class MessageCommands
{
    private const int FirstYear = 2000;
    private const int MonthLength = 5;

    private readonly RegisterParts _parts;
    private readonly MonthExport _export;
    private readonly MonthExportPages _pages;
    private bool _isPrinting;

    internal MessageCommands(RegisterParts parts)
    {
        _parts = parts;
        if (parts.Reporting == null) return;
        _export = new MonthExport(parts, parts.ReportSet.Finder);
        _pages = new MonthExportPages(parts.ReportSet.Head, _export);
    }

    /// <summary>Type A and the month, <c>MM-YY</c>. The answer comes when all is written and the paper is decided.</summary>
    internal FiscalError Export(DatecsRequest request, DatecsAnswer answer)
    {
        if (_export == null) return FiscalError.NotFitted;
        FiscalError error = FiscalError.None;
        if (!_isPrinting)
        {
            error = _export.IsActive ? _export.Continue() : Begin(request);
            if (error != FiscalError.None) return error;
            _parts.Reports.Print(_pages);
            _isPrinting = true;
        }

        Answer(answer);
        error = _parts.Reports.Continue();
        if (error != FiscalError.Busy) _isPrinting = false;
        return error;
    }

    private FiscalError Begin(DatecsRequest request)
    {
        if (request.FieldLength(0) != 1 || request.FirstChar(0) != 'A') return FiscalErrors.Syntax(1);
        if (!_parts.Identity.IsFiscalised) return FiscalError.NotFiscalised;
        if (!TryMonth(request, out int year, out int month)) return FiscalErrors.Syntax(2);
        FiscalError error = _parts.Readiness.ForReport(out _);
        if (error == FiscalError.None) error = _export.Begin(year, month);
        return error == FiscalError.None ? FiscalError.Busy : error;
    }

    private void Answer(DatecsAnswer answer)
    {
        answer.Ok();
        answer.AddNumber(_export.First);
        answer.Tab();
        answer.AddNumber(_export.Last);
        answer.Tab();
    }

    private static bool TryMonth(DatecsRequest request, out int year, out int month)
    {
        byte[] data = request.Data;
        int at = request.FieldOffset(1);
        year = 0;
        month = 0;
        if (request.FieldLength(1) != MonthLength || data[at + 2] != '-') return false;
        month = Two(data, at);
        year = FirstYear + Two(data, at + 3);
        return month >= 1 && month <= 12 && year >= FirstYear;
    }

    // Two digits; far below zero when they are not.
    private static int Two(byte[] data, int at)
    {
        int tens = data[at] - '0';
        int units = data[at + 1] - '0';
        return tens < 0 || tens > 9 || units < 0 || units > 9 ? -FirstYear : tens * 10 + units;
    }
}
