using System.Globalization;
using System.Text;
using Nf.Emulator.Machine;

namespace Nf.Emulator.Network;

/// <summary>A SIMCom SIM7600 on its UART: answers AT commands as its manual says, after realistic times.</summary>
/// <remarks>
/// It carries TLS by <see cref="IInternet"/>. Its files survive <see cref="PowerUp"/>, as in the module's flash.
/// </remarks>
public sealed class Sim7600Model : IPeripheral
{
    /// <summary>From power to the UART's first answer, microseconds: the hardware design's 12 s, typically less.</summary>
    private const long BootTime = 9_000_000;

    /// <summary>From the SIM's readiness to the operator, microseconds.</summary>
    private const long RegisterTime = 3_000_000;

    private const long AnswerTime = 15_000;

    private readonly SerialWire _wire;
    private readonly VirtualTime _time;
    private readonly PriorityQueue<Action, (long At, long Number)> _later = new();
    private readonly StringBuilder _line = new();
    private readonly Sim7600Ssl _ssl;
    private readonly Sim7600Settings _settings = new();
    private long _number;
    private long _lastAt;
    private long _readyAt = long.MaxValue;
    private bool _up;
    private bool _echo = true;
    private Action<byte[]>? _takePayload;
    private byte[] _payload = [];
    private int _payloadCount;

    public Sim7600Model(SerialWire wire, VirtualTime time, IInternet internet, IDictionary<string, byte[]>? files = null)
    {
        _wire = wire;
        _time = time;
        Files = files ?? new Dictionary<string, byte[]>();
        _ssl = new Sim7600Ssl(this, internet);
    }

    public SimCard Sim { get; } = new();

    public CellularNetwork Network { get; } = new();

    /// <summary>The module's flash.</summary>
    public IDictionary<string, byte[]> Files { get; }

    /// <summary>False: it is not fitted, or has no power.</summary>
    public bool Fitted { get; set; } = true;

    /// <summary>It hears nothing and says nothing, although it has power: hung up.</summary>
    public bool Hung { get; set; }

    /// <summary>What the wire makes of what it says: loses, adds, changes.</summary>
    public Func<byte[], byte[]>? Spoil { get; set; }

    /// <summary>Every command that it took, for looking at.</summary>
    public List<string> Commands { get; } = [];

    /// <inheritdoc/>
    public long NextEvent => Math.Min(_later.TryPeek(out _, out var due) ? due.At : long.MaxValue, _ssl.NextEvent);

    internal Sim7600Settings Settings => _settings;

    internal bool HasNetwork => Sim.Ready && Network.Coverage && _readyAt != long.MaxValue && _time.NowMicroseconds >= _readyAt + RegisterTime;

    internal long Now => _time.NowMicroseconds;

    /// <summary>Gets power, or loses it and gets it again: everything but its files is forgotten.</summary>
    public void PowerUp()
    {
        Restart();
        Sim.PowerUp();
    }

    /// <summary>Starts anew by itself, as after a fault of its own.</summary>
    public void Restart()
    {
        _later.Clear();
        _line.Clear();
        _ssl.Stop();
        _settings.Clear();
        _takePayload = null;
        _up = false;
        _echo = true;
        _readyAt = long.MaxValue;
        _lastAt = 0;
        Later(BootTime, Boot);
    }

    /// <inheritdoc/>
    public void Advance(long nowMicroseconds)
    {
        Listen();
        while (_later.TryPeek(out var action, out var due) && due.At <= nowMicroseconds)
        {
            _later.Dequeue();
            action();
        }

        if (_up) _ssl.Advance();
    }

    /// <summary>Says a line, in its turn, after a time.</summary>
    internal void Say(string line, long microseconds = AnswerTime) => SayBytes(Encoding.Latin1.GetBytes("\r\n" + line + "\r\n"), microseconds);

    internal void SayBytes(byte[] bytes, long microseconds = AnswerTime) => Later(microseconds, () => Send(bytes));

    internal void Ok(long microseconds = AnswerTime) => Say("OK", microseconds);

    internal void Error(int number = -1) => Say(number < 0 || !_settings.ErrorNumbers ? "ERROR" : $"+CME ERROR: {number}");

    /// <summary>Prompts for so many bytes and hands them over when they are there.</summary>
    internal void Prompt(int count, Action<byte[]> take)
    {
        SayBytes("\r\n>"u8.ToArray());
        _payload = new byte[count];
        _payloadCount = 0;
        _takePayload = take;
    }

    private void Boot()
    {
        _up = true;
        if (Sim.Ready) _readyAt = Now;
        Send("\r\nRDY\r\n"u8.ToArray());
    }

    private void Send(byte[] bytes)
    {
        if (Fitted && !Hung) _wire.DeviceWrite(Spoil is null ? bytes : Spoil(bytes));
    }

    // What it says keeps its order, whatever the times are.
    private void Later(long microseconds, Action action)
    {
        _lastAt = Math.Max(_lastAt, Now + microseconds);
        _later.Enqueue(action, (_lastAt, _number++));
    }

    private void Listen()
    {
        Span<byte> one = stackalloc byte[1];
        while (_wire.DeviceRead(one) == 1)
            if (_up && Fitted && !Hung) Take(one[0]);
    }

    private void Take(byte value)
    {
        if (_takePayload is { } take)
        {
            _payload[_payloadCount++] = value;
            if (_payloadCount < _payload.Length) return;
            _takePayload = null;
            take(_payload);
        }
        else if (value != '\r')
        {
            if (value >= ' ') _line.Append((char)value);
        }
        else if (_line.Length > 0)
        {
            var line = _line.ToString();
            _line.Clear();
            if (_echo) SayBytes(Encoding.Latin1.GetBytes(line + "\r"), 0);
            Execute(line);
        }
    }

    private void Execute(string line)
    {
        Commands.Add(line);
        var value = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
        switch (line.Split('=', '?')[0])
        {
            case "AT" or "AT+COPS" when line is "AT" or "AT+COPS=3,0": Ok(); break;
            case "ATE0": _echo = false; Ok(); break;
            case "AT+CMEE": _settings.ErrorNumbers = value != "0"; Ok(); break;
            case "AT+CPIN": if (line.EndsWith('?')) AskPin(); else GivePin(value.Trim('"')); break;
            case "AT+CCLK": SetClock(value.Trim('"')); break;
            case "AT+CGDCONT": _settings.AccessPoint = value.Split(',')[2].Trim('"'); Ok(); break;
            case "AT+CGAUTH": SetAccount(value.Split(',')); break;
            case "AT+CSQ": Say($"+CSQ: {(Network.Coverage ? Network.Rssi : 99)},99"); Ok(); break;
            case "AT+CEREG" or "AT+CGREG": Say($"{line[2..^1]}: 0,{(HasNetwork ? 1 : 2)}"); Ok(); break;
            case "AT+COPS": Say(HasNetwork ? $"+COPS: 0,0,\"{Network.Operator}\",7" : "+COPS: 0"); Ok(); break;
            default: if (!_ssl.Execute(line, value)) Error(); break;
        }
    }

    private void AskPin()
    {
        if (!Sim.Present)
        {
            Error(10);
            return;
        }

        // A SIM that was put in while the modem had power is read now.
        if (Sim.Ready && _readyAt == long.MaxValue) _readyAt = Now;
        Say(Sim.Ready ? "+CPIN: READY" : Sim.Blocked ? "+CPIN: SIM PUK" : "+CPIN: SIM PIN");
        Ok();
    }

    private void GivePin(string pin)
    {
        if (!Sim.Present || Sim.Ready) Error(3);
        else if (Sim.Blocked) Error(12);
        else if (!Sim.Enter(pin)) Error(Sim.Blocked ? 12 : 16);
        else
        {
            _readyAt = Now;
            Ok(200_000);
        }
    }

    private void SetClock(string text)
    {
        var zone = int.Parse(text[^3..], CultureInfo.InvariantCulture);
        var local = DateTime.ParseExact(text[..^3], "yy/MM/dd,HH:mm:ss", CultureInfo.InvariantCulture);
        _settings.SetClock(DateTime.SpecifyKind(local.AddMinutes(-15 * zone), DateTimeKind.Utc), Now);
        Ok();
    }

    private void SetAccount(string[] fields)
    {
        _settings.Password = fields.Length > 2 ? fields[2].Trim('"') : "";
        _settings.User = fields.Length > 3 ? fields[3].Trim('"') : "";
        Ok();
    }
}
