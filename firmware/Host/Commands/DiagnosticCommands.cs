using Nf.Firmware.Errors;
using Nf.Firmware.Reports;

namespace Nf.Firmware.Host.Commands;

/// <summary>71: diagnostics and tests on paper.</summary>
internal sealed class DiagnosticCommands
{
    private const int General = 0;
    private const int Server = 2;
    private const int Card = 6;

    private readonly ReportDesk _desk;
    private readonly DiagnosticsReport _report;
    private readonly RegisterParts _parts;

    internal DiagnosticCommands(RegisterParts parts)
    {
        _desk = parts.Reports;
        _report = parts.ReportSet.Diagnostics;
        _parts = parts;
    }

    /// <summary>71: 0 general, 2 how it stands with the server, as an answer, 6 the journal's card. 1 to 5 are modules that the register has not: NotFitted.</summary>
    internal FiscalError Print(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, General, Card, General, out long type);
        if (error != FiscalError.None) return error;
        if (type == Server && _parts.Online != null) return new ServerInformation(_parts).Answer(answer);
        if (type != General && type != Card) return FiscalError.NotFitted;
        answer.Ok();
        if (!_desk.IsActive)
        {
            _report.Begin(type == Card);
            _desk.Print(_report);
        }

        return _desk.Continue();
    }
}
