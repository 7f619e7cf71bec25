using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Asks the printer how it is: rounds of DLE EOT 1 to 4, each request sent when the one before is answered.</summary>
internal sealed class EscPosStatusPoll
{
    private const int RoundIntervalMs = 400;
    private const int RetryIntervalMs = 500;
    private const int SilenceMs = 1000;
    private const int Requests = 4;

    private readonly byte[] _answers = new byte[Requests];
    private bool _waiting;
    private bool _hurry = true;
    private int _request = 1;
    private int _round;
    private int _heardRound;
    private long _askedAt;
    private long _roundAt;

    /// <summary>The printer answers.</summary>
    internal bool Connected { get; private set; }

    /// <summary>The printer takes data and prints.</summary>
    internal bool Online { get; private set; }

    /// <summary>What the last whole round said, less what the first answer since has disproved.</summary>
    internal PrinterFaults Faults { get; private set; } = PrinterFaults.NotConnected;

    /// <summary>Nothing keeps the printer from printing.</summary>
    internal bool Ready => Online && (Faults & ~PrinterFaults.PaperNearEnd) == PrinterFaults.None;

    /// <summary>The printer stands in an error that it leaves only when told to.</summary>
    internal bool Recoverable => Connected && EscPosStatus.IsRecoverable(_answers[2]);

    /// <summary>Asks for a round as soon as this one is over.</summary>
    /// <returns>The round's number, for <see cref="HasAnsweredIn"/>.</returns>
    internal int Hurry()
    {
        _hurry = true;
        return _round + 1;
    }

    /// <summary>The printer has answered the first request of that round or of a later one.</summary>
    internal bool HasAnsweredIn(int round) => _heardRound - round >= 0;

    /// <summary>The request to send now, 1 to 4, counted as sent; 0 for none.</summary>
    internal int NextRequest(long nowMs)
    {
        if (!IsDue(nowMs)) return 0;
        if (_request == 1) StartRound(nowMs);
        _waiting = true;
        _askedAt = nowMs;
        return _request;
    }

    /// <summary>Takes an answer; one that nobody waits for is dropped.</summary>
    internal void Take(byte answer)
    {
        if (!_waiting) return;
        _waiting = false;
        _answers[_request - 1] = answer;
        if (_request == 1) TakeFirst(answer);
        if (_request < Requests)
        {
            _request++;
            return;
        }
        _request = 1;
        Faults = EscPosStatus.Faults(_answers);
    }

    /// <summary>Notices that the printer has become silent; true once, when it has.</summary>
    internal bool FallsSilent(long nowMs)
    {
        if (!Connected || !_waiting || nowMs - _askedAt < SilenceMs) return false;
        Connected = false;
        Online = false;
        Faults = PrinterFaults.NotConnected;
        _request = 1;
        return true;
    }

    private bool IsDue(long nowMs)
    {
        if (_waiting) return !Connected && nowMs - _askedAt >= RetryIntervalMs;
        return _request != 1 || _hurry || nowMs - _roundAt >= RoundIntervalMs;
    }

    private void StartRound(long nowMs)
    {
        _hurry = false;
        _round++;
        _roundAt = nowMs;
    }

    private void TakeFirst(byte answer)
    {
        Online = EscPosStatus.IsOnline(answer);
        // A printer that is online has paper and is closed; what else is wrong, the rest of the round tells.
        if (Connected && Online) Faults &= PrinterFaults.PaperNearEnd;
        Connected = true;
        _heardRound = _round;
    }
}
