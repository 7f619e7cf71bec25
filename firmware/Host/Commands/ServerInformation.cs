using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Firmware.Time;

namespace Nf.Firmware.Host.Commands;

/// <summary>How the register stands with ANAF's server, as command 71 of type 2 answers it.</summary>
internal sealed class ServerInformation
{
    private readonly RegisterParts _parts;

    internal ServerInformation(RegisterParts parts) => _parts = parts;

    /// <summary>LastDate, NextDate, Zrep, ZErrnReport, ZErrCnt, ZErrStatus, five of single receipts, LastErr, RemMinutes.</summary>
    internal FiscalError Answer(DatecsAnswer answer)
    {
        FiscalError error = _parts.Clock.Read(out long now);
        if (error != FiscalError.None) return error;
        Transmitter transmitter = _parts.Online.Transmitter;
        Outbox outbox = _parts.Reporting.Outbox;
        OnlineInformation information = _parts.Online.Information;
        int minutes = information.MinutesLeft(now);
        answer.Ok();
        Moment(answer, outbox.LastConfirmedAt);
        Moment(answer, information.NextAttempt(now));
        Number(answer, information.Unsent);
        Number(answer, transmitter.FailedDay);
        Number(answer, transmitter.Failures);
        Number(answer, (int)transmitter.LastError);
        // No receipt is sent on its own.
        for (int i = 0; i < 4; i++) Number(answer, 0);
        answer.Tab();
        Number(answer, (int)_parts.Online.LastError);
        Number(answer, minutes < 0 ? 0 : minutes);
        return FiscalError.None;
    }

    private static void Number(DatecsAnswer answer, long value)
    {
        answer.AddNumber(value);
        answer.Tab();
    }

    private static void Moment(DatecsAnswer answer, long moment)
    {
        if (moment != 0) answer.AddMoment(moment, CivilTime.IsSummerTime(moment));
        answer.Tab();
    }
}
