using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Hal.Devices;

namespace Nf.Firmware.Host.Commands;

/// <summary>What came of the last connection test, as command 71 of type 7 answers it.</summary>
internal sealed class TestOutcomeAnswer
{
    private const int Never = 0;
    private const int UnderWay = 1;
    private const int Over = 2;

    private readonly OnlineModule _online;

    internal TestOutcomeAnswer(OnlineModule online) => _online = online;

    /// <summary>State, Error, Tried, and of the way tried last: Way, Status, Duration, Signal, Address.</summary>
    internal FiscalError Answer(DatecsAnswer answer)
    {
        ConnectionTest test = _online.Connection.Test;
        answer.Ok();
        if (_online.IsTesting) Number(answer, UnderWay);
        else Number(answer, test.HasBegun ? Over : Never);
        Number(answer, _online.IsTesting ? 0 : (int)test.Error);
        Number(answer, test.Count);
        ConnectionAttempt last = test.Count == 0 ? new ConnectionAttempt() : test.Attempt(test.Count - 1);
        Number(answer, test.Count == 0 ? 0 : Way(last.Kind));
        Number(answer, last.Status);
        Number(answer, last.Duration);
        Number(answer, last.Signal);
        answer.AddText(last.Address);
        answer.Tab();
        return FiscalError.None;
    }

    private static void Number(DatecsAnswer answer, long value)
    {
        answer.AddNumber(value);
        answer.Tab();
    }

    // The digits of the setting NetInterfaceToUse.
    private static int Way(LinkKind kind) => kind == LinkKind.Ethernet ? 1 : kind == LinkKind.Wifi ? 2 : 3;
}
