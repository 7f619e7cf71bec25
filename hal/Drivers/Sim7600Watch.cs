using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Looks now and then whether a link that is up still is: signal and registration.</summary>
internal sealed class Sim7600Watch : AtTask
{
    /// <summary>How often, milliseconds: a technician who moves the antenna sees the signal change.</summary>
    private const int Interval = 10000;

    /// <summary>Operators lose a module for seconds when it changes cells; this many looks in a row are more.</summary>
    private const int Misses = 3;

    private readonly AtChannel _at;
    private readonly IUptime _uptime;
    private readonly Sim7600Start _link;
    private readonly Sim7600Connection _connection;
    private long _lastAt;
    private Look _next;
    private int _missed;

    internal Sim7600Watch(AtChannel at, IUptime uptime, Sim7600Start link, Sim7600Connection connection)
    {
        _at = at;
        _uptime = uptime;
        _link = link;
        _connection = connection;
    }

    private enum Look
    {
        Signal,
        Lte,
        Packet,
    }

    internal override bool Begin()
    {
        // An open connection tells by itself when it breaks.
        bool rests = _connection.State != ConnectionState.Opening && _connection.State != ConnectionState.Open;
        if (_link.State != LinkState.Up || !rests || _uptime.Milliseconds - _lastAt < Interval) return false;
        switch (_next)
        {
            case Look.Signal: _at.Send("AT+CSQ", "+CSQ:", Sim7600Start.CommandTime); break;
            case Look.Lte: _at.Send("AT+CEREG?", "+CEREG:", Sim7600Start.CommandTime); break;
            default: _at.Send("AT+CGREG?", "+CGREG:", Sim7600Start.CommandTime); break;
        }

        return true;
    }

    internal override void End(AtResult result)
    {
        if (_link.State != LinkState.Up) return;
        if (result == AtResult.Late)
        {
            _link.Fail(LinkFault.NotConnected);
            return;
        }

        bool good = result == AtResult.Ok;
        if (_next == Look.Signal && good) _link.TakeSignal();
        bool registered = _next != Look.Signal && good && _link.IsRegistered();
        if (registered || _next == Look.Packet) Count(registered);
        else _next++;
    }

    private void Count(bool registered)
    {
        _next = Look.Signal;
        _lastAt = _uptime.Milliseconds;
        _missed = registered ? 0 : _missed + 1;
        if (_missed < Misses) return;
        _missed = 0;
        _link.Fail(LinkFault.NotRegistered);
    }
}
