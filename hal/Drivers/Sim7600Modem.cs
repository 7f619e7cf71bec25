using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>A cellular module SIMCom SIM7600 over a serial line, with TLS by the module's own stack.</summary>
/// <remarks>
/// After "SIM7500_SIM7600 Series AT Command Manual" V3.00 and "SIM7500_SIM7600 Series SSL Application Note" V3.00. The
/// A7600 series ("A7600 Series SSL Application Note" V1.00) has the same commands; where it differs, a comment says so.
/// Network registration, TLS and files are the module's; the driver asks and waits, never longer than the manual says.
/// <code>var modem = new Sim7600Modem(line, uptime, clock); modem.Start(settings); ... modem.Poll();</code>
/// The module compares the server's time of validity with its own clock, which <see cref="Start"/> sets from the
/// register's; it cannot be told to do without.
/// </remarks>
public sealed class Sim7600Modem : INetworkLink, IAtListener
{
    private readonly AtChannel _at;
    private readonly Sim7600Start _start;
    private readonly Sim7600Files _files;
    private readonly Sim7600Connection _connection;
    private readonly Sim7600Watch _watch;
    private AtTask _current;
    private bool _restarted;

    /// <param name="line">The module's UART, 115,200 baud, 8N1; nobody else may read from it.</param>
    /// <param name="uptime">For time limits.</param>
    /// <param name="clock">The register's clock, local time.</param>
    public Sim7600Modem(ISerialLine line, IUptime uptime, IClock clock)
    {
        _at = new AtChannel(line, uptime, this);
        _files = new Sim7600Files(_at);
        _start = new Sim7600Start(_at, uptime, clock);
        _connection = new Sim7600Connection(_at, _start, _files);
        _watch = new Sim7600Watch(_at, uptime, _start, _connection);
    }

    /// <inheritdoc/>
    public LinkKind Kind => LinkKind.Cellular;

    /// <inheritdoc/>
    public LinkState State => _start.State;

    /// <inheritdoc/>
    public LinkFault Fault => _start.Fault;

    /// <inheritdoc/>
    public int Signal => _start.Signal;

    /// <inheritdoc/>
    public string Address => _start.Address;

    /// <inheritdoc/>
    public string Network => _start.Network;

    /// <inheritdoc/>
    public ISecureConnection Connection => _connection;

    /// <inheritdoc/>
    public ITlsStore Tls => _files;

    /// <inheritdoc/>
    public void Start(LinkSettings settings)
    {
        _connection.Drop(ConnectionFault.Lost);
        // A file that is being stored is stored first: giving it up would leave half of it in the module.
        if (_current != _files) GiveUp();
        _start.Ask(settings);
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _connection.Drop(ConnectionFault.Lost);
        if (_current != _files) GiveUp();
        _start.Down();
    }

    /// <inheritdoc/>
    public bool Poll()
    {
        bool worked = _at.Poll();
        if (_restarted) Restart();
        if (_at.IsBusy) return worked;
        if (_current != null)
        {
            AtTask task = _current;
            _current = null;
            task.End(_at.Result);
            return true;
        }

        return Begin(_files) || Begin(_start) || Begin(_connection) || Begin(_watch) || worked;
    }

    bool IAtListener.Takes(AtText line) => _connection.Announces(line);

    void IAtListener.Line(AtText line)
    {
        // "RDY" and "START" by the series, "*ATREADY: 1" by the A7600: the module was switched on, or restarted by itself.
        if (line.Is("RDY") || line.Is("START") || line.StartsWith("*ATREADY")) _restarted = true;
        else _connection.TakeLine(line);
    }

    void IAtListener.Data(byte[] bytes, int offset, int count) => _connection.TakeData(bytes, offset, count);

    private bool Begin(AtTask task)
    {
        if (!task.Begin()) return false;
        _current = task;
        return true;
    }

    // Everything that was agreed with the module is gone, and so is what it was asked.
    private void Restart()
    {
        _restarted = false;
        _connection.Drop(ConnectionFault.Lost);
        if (_current == _files) _files.End(AtResult.Late);
        GiveUp();
        _start.Restarted();
    }

    private void GiveUp()
    {
        _at.Reset();
        _current = null;
    }
}
