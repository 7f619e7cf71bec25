using Nf.Firmware.Programming;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>When the register connects (OPANAF 146/2018, II.10; norms, annex 11, art. 5): after the Z or at nrT, at nrM while something is unsent, at power-up.</summary>
/// <remarks>
/// As the testing laboratory has it, nobody is called when there is nothing to send, unless an option says so. Times are kept in RAM: a start is itself a reason to send.
/// </remarks>
internal sealed class SendingPlan
{
    private const long Minute = 60 * 1000;

    private readonly OnlineConfiguration _configuration;
    private readonly Outbox _outbox;
    private readonly RegisterOptions _options;
    private readonly IUptime _uptime;
    private long _triedAt;
    private int _triedDay;
    private bool _isAsked = true;
    private bool _hasFailed;

    internal SendingPlan(OnlineConfiguration configuration, Outbox outbox, RegisterOptions options, IUptime uptime)
    {
        _configuration = configuration;
        _outbox = outbox;
        _options = options;
        _uptime = uptime;
    }

    /// <summary>Sends as soon as it can, whatever the intervals are.</summary>
    internal void Ask() => _isAsked = true;

    /// <summary>It is time for an attempt.</summary>
    internal bool IsDue(long now)
    {
        if (_configuration.ProfileAt(now) == 0) return false;
        if (!_outbox.HasUnsent && !_configuration.RenewalDue) return IsEmptyDue;
        if (_isAsked) return true;
        bool isNew = _outbox.LastClosed > _triedDay && _configuration.SendMode == OnlineConfiguration.AfterReport;
        if (isNew) return true;
        return HasPassed(_hasFailed || _configuration.RenewalDue ? _configuration.RetryMinutes : _configuration.SendMinutes);
    }

    /// <summary>It is time to call without anything to send.</summary>
    internal bool IsEmptyDue => _options.IsOn(OptionId.SendsEmpty) && HasPassed(_configuration.RetryMinutes);

    /// <summary>Minutes until the next attempt by interval; 0 when it is due.</summary>
    internal int MinutesLeft
    {
        get
        {
            long left = (_hasFailed ? _configuration.RetryMinutes : _configuration.SendMinutes) * Minute - (_uptime.Milliseconds - _triedAt);
            return left > 0 ? (int)((left + Minute - 1) / Minute) : 0;
        }
    }

    /// <summary>An attempt begins.</summary>
    internal void Begin()
    {
        _isAsked = false;
        _triedAt = _uptime.Milliseconds;
        _triedDay = _outbox.LastClosed;
    }

    /// <summary>It ended.</summary>
    internal void End(bool isGood)
    {
        _hasFailed = !isGood;
        // A day whose message was not made yet was not tried.
        if (isGood) _triedDay = _outbox.LastConfirmed;
        _triedAt = _uptime.Milliseconds;
    }

    private bool HasPassed(int minutes) => _uptime.Milliseconds - _triedAt >= minutes * Minute;
}
