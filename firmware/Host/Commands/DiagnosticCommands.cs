using Nf.Firmware.Errors;
using Nf.Firmware.Reports;

namespace Nf.Firmware.Host.Commands;

/// <summary>71: diagnostics and tests on paper.</summary>
internal sealed class DiagnosticCommands
{
    private const int General = 0;
    private const int TestServer = 1;
    private const int Server = 2;
    private const int Card = 6;
    private const int TestOutcome = 7;

    private readonly ReportDesk _desk;
    private readonly DiagnosticsReport _report;
    private readonly RegisterParts _parts;

    internal DiagnosticCommands(RegisterParts parts)
    {
        _desk = parts.Reports;
        _report = parts.ReportSet.Diagnostics;
        _parts = parts;
    }

    /// <summary>
    /// 71: 0 general, 1 connection test with the server, 2 how it stands with it, as an answer, 6 the journal's card, 7 the last test's outcome. The others are modules that the register has not: NotFitted.
    /// </summary>
    internal FiscalError Print(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, General, TestOutcome, General, out long type);
        if (error != FiscalError.None) return error;
        if (type == Server && _parts.Online != null) return new ServerInformation(_parts).Answer(answer);
        if (type == TestServer && _parts.Online != null) return BeginTest(answer);
        if (type == TestOutcome && _parts.Online != null) return new TestOutcomeAnswer(_parts.Online).Answer(answer);
        if (type != General && type != Card) return FiscalError.NotFitted;
        answer.Ok();
        if (!_desk.IsActive)
        {
            _report.Begin(type == Card);
            _desk.Print(_report);
        }

        return _desk.Continue();
    }

    // Its document must be possible now; it changes nothing, so that anybody may.
    private FiscalError BeginTest(DatecsAnswer answer)
    {
        FiscalError error = _parts.Readiness.ForReport(out _);
        if (error == FiscalError.None) error = _parts.Online.ServerTest.Begin();
        if (error == FiscalError.None) answer.Ok();
        return error;
    }
}
