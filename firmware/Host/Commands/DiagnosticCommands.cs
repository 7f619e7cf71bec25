using Nf.Firmware.Errors;
using Nf.Firmware.Reports;
using Nf.Firmware.SelfTest;

namespace Nf.Firmware.Host.Commands;

/// <summary>71: diagnostics and tests on paper.</summary>
internal sealed class DiagnosticCommands
{
    private const int General = 0;
    private const int TestServer = 1;
    private const int Server = 2;
    private const int Card = 6;
    private const int TestOutcome = 7;
    private const int SelfTest = 8;

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
    /// 71: 0 general, 1 connection test with the server, 2 how it stands with it, as an answer, 6 the journal's card, 7 the last test's outcome, 8 the self test. The others are modules that the register has not: NotFitted.
    /// </summary>
    internal FiscalError Print(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, General, SelfTest, General, out long type);
        if (error != FiscalError.None) return error;
        if (type == Server && _parts.Online != null) return new ServerInformation(_parts).Answer(answer);
        if (type == TestServer && _parts.Online != null) return BeginTest(answer);
        if (type == TestOutcome && _parts.Online != null) return new TestOutcomeAnswer(_parts.Online).Answer(answer);
        if (type == SelfTest) return PrintSelfTest(answer);
        if (type != General && type != Card) return FiscalError.NotFitted;
        answer.Ok();
        if (!_desk.IsActive)
        {
            _report.Begin(type == Card);
            _desk.Print(_report);
        }

        return _desk.Continue();
    }

    // It needs the printer alone.
    private FiscalError PrintSelfTest(DatecsAnswer answer)
    {
        FiscalError error = _parts.Readiness.Printer();
        if (error == FiscalError.None) error = CommandGate.Obstacle(_parts);
        if (error != FiscalError.None) return error;
        if (_parts.SelfTest == null) _parts.SelfTest = new SelfTestPaper(_parts);
        answer.Ok();
        return error;
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
