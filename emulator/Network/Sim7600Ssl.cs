using System.Globalization;
using System.Security.Authentication;
using System.Text;
using Nf.Hal.Buses;

namespace Nf.Emulator.Network;

/// <summary>The module's SSL service: one session, after the SSL application note.</summary>
internal sealed class Sim7600Ssl(Sim7600Model modem, IInternet internet)
{
    private const long LookInterval = 5_000;
    private const long StartTime = 800_000;
    private const long OpenTime = 300_000;
    private const long FileTime = 100_000;
    private const int MaxFile = 10240;
    private const int MaxSend = 2048;

    private IInternetSession? _session;
    private byte[] _sending = [];
    private int _sent;
    private bool _started;
    private bool _opening;
    private bool _manual;
    private bool _toldData;
    private bool _toldEnd;

    public long NextEvent => _session is null || _toldEnd ? long.MaxValue : modem.Now + LookInterval;

    public void Stop()
    {
        Close();
        _started = false;
    }

    /// <summary>Carries out a command; false when there is none of this name.</summary>
    public bool Execute(string line, string value)
    {
        switch (line.Split('=')[0])
        {
            case "AT+CSSLCFG": Configure(value.Split(',')); return true;
            case "AT+CCHSSLCFG": modem.Ok(); return true;
            case "AT+CCERTDOWN": StoreFile(value.Split(',')); return true;
            case "AT+CCERTDELE": DeleteFile(value.Trim('"')); return true;
            case "AT+CCHSET": _manual = value.EndsWith(",1", StringComparison.Ordinal); modem.Ok(); return true;
            case "AT+CCHSTART": Start(); return true;
            case "AT+CCHSTOP": StopByCommand(); return true;
            case "AT+CCHADDR": Address(); return true;
            case "AT+CCHOPEN": Open(value.Split(',')); return true;
            case "AT+CCHSEND": Send(int.Parse(value.Split(',')[1], CultureInfo.InvariantCulture)); return true;
            case "AT+CCHRECV": Receive(int.Parse(value.Split(',')[1], CultureInfo.InvariantCulture)); return true;
            case "AT+CCHCLOSE": CloseByCommand(); return true;
            default: return false;
        }
    }

    /// <summary>Looks what became of the session.</summary>
    public void Advance()
    {
        if (_session is null) return;
        if (!modem.HasNetwork)
        {
            BreakDown();
            return;
        }

        if (_opening) LookAtOpening(_session);
        else LookAtSession(_session);
    }

    private void LookAtOpening(IInternetSession session)
    {
        if (session.Status == TlsSocketStatus.Connecting) return;
        _opening = false;
        var number = NumberOf(session.Status);
        modem.Say($"+CCHOPEN: 0,{number}", OpenTime);
        if (number != 0) Close();
    }

    private void LookAtSession(IInternetSession session)
    {
        Push(session);
        if (session.Available > 0 && !_toldData)
        {
            _toldData = true;
            modem.Say("+CCHEVENT: 0,RECV EVENT");
        }

        if (session.Status == TlsSocketStatus.Connected || _toldEnd) return;
        _toldEnd = true;
        modem.Say(session.Status == TlsSocketStatus.Ended ? "+CCH_PEER_CLOSED: 0" : "+CCH_RECV_CLOSED: 0,6");
    }

    private static int NumberOf(TlsSocketStatus status) => status switch
    {
        TlsSocketStatus.Connected or TlsSocketStatus.Ended => 0,
        TlsSocketStatus.NameUnknown => 13,
        TlsSocketStatus.Refused => 14,
        TlsSocketStatus.NoAnswer => 5,
        _ => 15,
    };

    private void Configure(string[] fields)
    {
        var name = fields[0].Trim('"');
        var content = fields[2].Trim('"');
        if (name is "cacert" or "clientcert" or "clientkey" && !modem.Files.ContainsKey(content))
        {
            modem.Error();
            return;
        }

        modem.Settings.Tls[name] = content;
        modem.Ok();
    }

    private void StoreFile(string[] fields)
    {
        var count = int.Parse(fields[1], CultureInfo.InvariantCulture);
        if (count is < 1 or > MaxFile)
        {
            modem.Error();
            return;
        }

        modem.Prompt(count, bytes =>
        {
            modem.Files[fields[0].Trim('"')] = bytes;
            modem.Ok(FileTime);
        });
    }

    private void DeleteFile(string name)
    {
        if (modem.Files.Remove(name)) modem.Ok();
        else modem.Error();
    }

    private void Start()
    {
        var settings = modem.Settings;
        if (_started || !modem.HasNetwork)
        {
            modem.Error();
            return;
        }

        _started = modem.Network.Takes(settings.AccessPoint, settings.User, settings.Password);
        modem.Ok();
        modem.Say($"+CCHSTART: {(_started ? 0 : 9)}", StartTime);
    }

    private void StopByCommand()
    {
        if (!_started)
        {
            modem.Error();
            return;
        }

        Stop();
        modem.Ok();
        modem.Say("+CCHSTOP: 0");
    }

    private void Address()
    {
        modem.Say($"+CCHADDR: {modem.Network.Address}");
        modem.Ok();
    }

    private void Open(string[] fields)
    {
        if (!_started || _session is not null)
        {
            modem.Error();
            return;
        }

        modem.Ok();
        if (!modem.Settings.Tls.ContainsKey("cacert"))
        {
            modem.Say("+CCHOPEN: 0,19");
            return;
        }

        _toldData = _toldEnd = false;
        _opening = true;
        _session = internet.Connect(fields[1].Trim('"'), int.Parse(fields[2], CultureInfo.InvariantCulture), Parameters());
    }

    private TlsParameters Parameters()
    {
        var tls = modem.Settings.Tls;
        var mutual = tls.GetValueOrDefault("authmode") == "2";
        // Without its own clock the module takes a certificate of any age; the driver never lets it.
        var now = tls.GetValueOrDefault("ignorelocaltime", "1") == "0" ? modem.Settings.Clock(modem.Now) : DateTime.UtcNow;
        return new(File("cacert"), mutual ? File("clientcert") : "", mutual ? File("clientkey") : "",
            tls.GetValueOrDefault("sslversion") == "3" ? SslProtocols.Tls12 : SslProtocols.None, now);
    }

    private string File(string setting) =>
        modem.Settings.Tls.TryGetValue(setting, out var name) ? Encoding.Latin1.GetString(modem.Files[name]) : "";

    private void Send(int count)
    {
        if (_session is null || _opening || count is < 1 or > MaxSend)
        {
            modem.Error();
            return;
        }

        modem.Prompt(count, bytes =>
        {
            _sending = bytes;
            _sent = 0;
            if (_session is { } session) Push(session);
            else modem.Error();
        });
    }

    private void Push(IInternetSession session)
    {
        if (_sending.Length == 0) return;
        _sent += session.Write(_sending.AsSpan(_sent));
        var failed = session.Status != TlsSocketStatus.Connected && _sent < _sending.Length;
        if (_sent < _sending.Length && !failed) return;
        _sending = [];
        if (failed) modem.Error();
        else modem.Ok();
    }

    private void Receive(int max)
    {
        if (_session is null || !_manual)
        {
            modem.Error();
            return;
        }

        modem.Ok();
        var bytes = new byte[Math.Min(max, _session.Available)];
        _session.Read(bytes);
        _toldData = false;
        if (bytes.Length > 0) modem.SayBytes([.. Encoding.Latin1.GetBytes($"\r\n+CCHRECV: DATA,0,{bytes.Length}\r\n"), .. bytes]);
        modem.Say("+CCHRECV: 0,0");
    }

    private void CloseByCommand()
    {
        if (_session is null)
        {
            modem.Error();
            return;
        }

        Close();
        modem.Ok();
        modem.Say("+CCHCLOSE: 0,0");
    }

    private void BreakDown()
    {
        if (_opening) modem.Say("+CCHOPEN: 0,17");
        else if (!_toldEnd) modem.Say("+CCH_RECV_CLOSED: 0,17");
        Close();
    }

    private void Close()
    {
        _session?.Dispose();
        _session = null;
        _opening = false;
        _sending = [];
    }
}
