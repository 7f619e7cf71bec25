using Nf.Firmware.Errors;

namespace Nf.Firmware.Online;

/// <summary>How a register stands with ANAF; for showing, between two turns of the loop.</summary>
public sealed class OnlineInformation
{
    private const int SecondsPerMinute = 60;

    private readonly OnlineModule _online;
    private readonly Reporting _reporting;

    internal OnlineInformation(OnlineModule online, Reporting reporting)
    {
        _online = online;
        _reporting = reporting;
    }

    /// <summary>What it does now; the work that goes first is told.</summary>
    public OnlineActivity Activity
    {
        get
        {
            if (_online.Provisioner.IsUnderWay) return OnlineActivity.Importing;
            if (_online.IsTesting) return OnlineActivity.Testing;
            if (!_online.Renewal.IsIdle) return OnlineActivity.Renewing;
            OnlineActivity sender = _online.Transmitter.Activity;
            if (sender != OnlineActivity.Waiting) return sender;
            return _reporting.Maker.IsUnderWay ? OnlineActivity.Signing : OnlineActivity.Waiting;
        }
    }

    /// <summary>Until when ANAF's certificate is valid, UTC, seconds since 2000; 0 when there is none.</summary>
    public long AnafCertificateUntil => _online.Certificates.AnafPlace < 0 ? 0 : _online.Certificates.AnafUntil;

    /// <summary>The same of the register's own, whose key is there.</summary>
    public long OwnCertificateUntil => _online.Certificates.OwnPlace < 0 ? 0 : _online.Certificates.OwnUntil;

    /// <summary>Closed days that ANAF does not have.</summary>
    public int Unsent => _reporting.Outbox.LastClosed - _reporting.Outbox.LastConfirmed;

    /// <summary>What is wrong: with the last attempt, or with the message that is to be made; None when nothing is.</summary>
    public FiscalError Error => _online.LastError != FiscalError.None ? _online.LastError : _reporting.Maker.Fault;

    /// <summary>Days until it blocks, begun ones counted; below 0 in profile 0.</summary>
    /// <param name="now">The register's clock, seconds since 2000.</param>
    public int DaysLeft(long now) => _online.Blocking.DaysLeft(now);

    /// <summary>Minutes until the next attempt by interval, 0 when it is due; below 0 when there is none, for nothing waits or profile 0 holds.</summary>
    /// <param name="now">The register's clock, seconds since 2000.</param>
    public int MinutesLeft(long now)
    {
        bool waits = _reporting.Outbox.HasUnsent && _online.Configuration.Current.ProfileAt(now) == 1;
        return waits ? _online.Transmitter.Plan.MinutesLeft : -1;
    }

    /// <summary>When it comes, seconds since 2000; 0 when there is none.</summary>
    /// <param name="now">The register's clock, seconds since 2000.</param>
    public long NextAttempt(long now)
    {
        int minutes = MinutesLeft(now);
        return minutes < 0 ? 0 : now + minutes * SecondsPerMinute;
    }
}
