using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Fuzz.Targets;

/// <summary>The cellular module's answers and messages: a file, the way up, a connection; then the module works well and must be used again.</summary>
internal sealed class ModemTarget : IFuzzTarget, IUptime, IClock
{
    /// <summary>The longest that the module may take to answer, by its manual, some times over.</summary>
    private const long Patience = 1_200_000;

    private const int Turns = 20_000;
    private const int Request = 40;

    private static readonly DateTime s_now = new(2026, 11, 24, 10, 0, 0, DateTimeKind.Unspecified);

    private ModemLine _line = new();
    private readonly byte[] _file = "certificate\r"u8.ToArray();
    private readonly byte[] _request = [.. Enumerable.Repeat((byte)'r', Request - 1), (byte)'\r'];
    private readonly byte[] _received = new byte[64];

    public string Name => "modem";

    public int Longest => 1024;

    public long Milliseconds { get; private set; }

    public void Run(byte[] data)
    {
        // What the input before had set up does not count.
        _line = new ModemLine();
        _line.Begin(data);
        var modem = new Sim7600Modem(_line, this, this);
        modem.Tls.StoreAuthorities(_file, _file.Length);
        modem.Start(new LinkSettings { Pin = "1234" });
        Until(modem, () => modem.State != LinkState.Starting && !modem.Tls.IsBusy, "a module is used or given up");
        Use(modem);
        FuzzTargets.Check(modem.Signal is <= 0 and >= -113 && modem.Address.Length <= 40 && modem.Network.Length <= 32, "what is shown has bounds");
        Recover(modem);
    }

    public DeviceResult Read(out DateTime now)
    {
        now = s_now;
        return DeviceResult.Ok;
    }

    public DeviceResult Set(DateTime now) => DeviceResult.Ok;

    private void Recover(Sim7600Modem modem)
    {
        _line.Begin([]);
        modem.Start(new LinkSettings());
        Until(modem, () => modem.State != LinkState.Starting, "a module that works is used");
        FuzzTargets.Check(modem.State == LinkState.Up, "a module that works well is up, whatever it did before");
        modem.Connection.Open("anaf.nf.test", 443);
        Until(modem, () => modem.Connection.State != ConnectionState.Opening, "a connection is open or failed");
        FuzzTargets.Check(modem.Connection.State == ConnectionState.Open, "and connects");
    }

    private void Use(Sim7600Modem modem)
    {
        var connection = modem.Connection;
        connection.Open("anaf.nf.test", 443);
        Until(modem, () => connection.State != ConnectionState.Opening, "a connection is open or failed");
        var sent = 0;
        for (var turn = 0; turn < Request && connection.State == ConnectionState.Open; turn++)
        {
            if (sent < Request) sent += connection.Write(_request, sent, Request - sent);
            Turn(modem);
            var count = connection.Read(_received, 1, _received.Length - 1);
            FuzzTargets.Check(count >= 0 && count < _received.Length, "no more is read than was asked for");
        }

        FuzzTargets.Check(connection.State == ConnectionState.Failed == (connection.Fault != ConnectionFault.None), "a failure has a cause");
        connection.Close();
        Until(modem, () => !Turn(modem), "a closed connection rests");
    }

    private void Until(Sim7600Modem modem, Func<bool> isDone, string what)
    {
        var since = Milliseconds;
        for (var turn = 0; !isDone(); turn++)
        {
            FuzzTargets.Check(turn < Turns && Milliseconds - since < Patience, what);
            Turn(modem);
        }
    }

    private bool Turn(Sim7600Modem modem)
    {
        var worked = modem.Poll();
        Milliseconds += worked ? 1 : 500;
        return worked;
    }
}
