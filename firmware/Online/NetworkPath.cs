using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>Finds a way out: the first of the programmed order that comes up; polls all of them.</summary>
/// <remarks>
/// <code>
/// path.Start(); ... path.Poll(); if (path.State == LinkState.Up) exchange.Begin(path.Link.Connection, ...);
/// if (exchange failed on this way) path.Next(exchange.Error); ... path.Release();
/// </code>
/// </remarks>
public sealed class NetworkPath
{
    /// <summary>A link that takes longer is given up, milliseconds: the modem's slowest steps together take less than that.</summary>
    public const int StartTime = 300000;

    private readonly INetworkLink[] _links;
    private readonly NetworkSettings _settings;
    private readonly IUptime _uptime;
    private string _order = "";
    private int _next;
    private long _since;

    public NetworkPath(INetworkLink[] links, NetworkSettings settings, IUptime uptime)
    {
        _links = links;
        _settings = settings;
        _uptime = uptime;
    }

    /// <summary>Down, on its way up, up, or failed: then no way came up.</summary>
    public LinkState State { get; private set; }

    /// <summary>The way that is tried or up; null while there is none.</summary>
    public INetworkLink Link { get; private set; }

    /// <summary>Why the last way that was tried did not come up, or broke down; None while nothing is wrong.</summary>
    public FiscalError Error { get; private set; }

    /// <summary>The way that came up last since the start; null when none did.</summary>
    internal INetworkLink LastUp { get; private set; }

    /// <summary>Its signal when it came up, dBm; 0 when it has none or none is known.</summary>
    internal int LastSignal { get; private set; }

    /// <summary>Begins with the first way of the order; nothing when one is up or on its way.</summary>
    public void Start()
    {
        if (State == LinkState.Starting || State == LinkState.Up) return;
        _order = _settings.Order();
        _next = 0;
        Error = FiscalError.NoWayOut;
        TryNext();
    }

    /// <summary>The way that is up led nowhere, for this reason: the next one is tried.</summary>
    public void Next(FiscalError error)
    {
        if (State == LinkState.Down) return;
        Error = error;
        TryNext();
    }

    /// <summary>Takes the way down.</summary>
    public void Release()
    {
        if (Link != null) Link.Stop();
        Link = null;
        State = LinkState.Down;
    }

    /// <summary>One bounded step of each link; false when nothing moved.</summary>
    public bool Poll()
    {
        bool worked = false;
        for (int i = 0; i < _links.Length; i++) worked |= _links[i].Poll();
        if (State != LinkState.Starting && State != LinkState.Up) return worked;
        LinkState state = Link.State;
        // One that stays up is no work.
        if (state == LinkState.Up && State == LinkState.Up) return worked;
        if (state == LinkState.Up) BeUp();
        else if (state == LinkState.Failed) Fail(NetworkErrors.Of(Link.Fault));
        else if (_uptime.Milliseconds - _since >= StartTime) Fail(FiscalError.LinkLate);
        else return worked;
        return true;
    }

    /// <summary>The way out of a digit of <see cref="NetworkField.Order"/>; null when the register has none of the kind.</summary>
    internal INetworkLink Find(char digit)
    {
        for (int i = 0; i < _links.Length; i++)
            if (Digit(_links[i].Kind) == digit) return _links[i];
        return null;
    }

    private void BeUp()
    {
        State = LinkState.Up;
        LastUp = Link;
        LastSignal = Link.Signal;
    }

    private void Fail(FiscalError error)
    {
        if (error == FiscalError.SimPinRefused) _settings.RefusePin();
        else if (error == FiscalError.SimPinNeeded && _settings.IsPinRefused()) error = FiscalError.SimPinRefused;
        Error = error;
        TryNext();
    }

    private void TryNext()
    {
        Release();
        while (Link == null && _next < _order.Length) Link = Find(_order[_next++]);
        State = Link == null ? LinkState.Failed : LinkState.Starting;
        if (Link == null) return;
        _since = _uptime.Milliseconds;
        Link.Start(_settings.ForLink());
    }

    private static char Digit(LinkKind kind)
    {
        switch (kind)
        {
            case LinkKind.Ethernet: return '1';
            case LinkKind.Wifi: return '2';
            default: return '3';
        }
    }
}
