using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>How the module's TLS is set up, and what its numbers mean.</summary>
/// <remarks>
/// TLS 1.2 alone is allowed (sslversion 3), the server is verified against the authorities' file and the module's clock
/// (authmode 1 or 2, ignorelocaltime 0), and its name is sent (enableSNI). A handshake that fails has one number, 15,
/// whatever the cause; the module tells no more.
/// </remarks>
internal sealed class Sim7600Tls
{
    private const int Settings = 9;

    private readonly Sim7600Start _link;
    private readonly Sim7600Files _files;
    private int _next;
    private int _begunFor = -1;
    private int _setFor = -1;

    internal Sim7600Tls(Sim7600Start link, Sim7600Files files)
    {
        _link = link;
        _files = files;
    }

    /// <summary>All settings are made; without them no connection is opened.</summary>
    internal bool IsSet => _setFor == Current;

    // What changes in the start or in the files has to be told to the module again.
    private int Current => _link.Starts << 16 | _files.Changes & 0xFFFF;

    /// <summary>The command that makes the next setting; the first, when something changed meanwhile.</summary>
    internal string NextSetting()
    {
        if (_begunFor != Current) _next = 0;
        _begunFor = Current;
        bool identified = _files.Place >= 0;
        switch (_next)
        {
            case 0: return "AT+CSSLCFG=\"sslversion\",0,3";
            case 1: return "AT+CSSLCFG=\"authmode\",0," + (identified ? "2" : "1");
            case 2: return "AT+CSSLCFG=\"ignorelocaltime\",0,0";
            case 3: return "AT+CSSLCFG=\"negotiatetime\",0,60";
            case 4: return "AT+CSSLCFG=\"enableSNI\",0,1";
            case 5: return "AT+CSSLCFG=\"cacert\",0,\"" + Sim7600Files.Authorities + "\"";
            case 6: return identified ? "AT+CSSLCFG=\"clientcert\",0,\"" + _files.Certificate + "\"" : "AT";
            case 7: return identified ? "AT+CSSLCFG=\"clientkey\",0,\"" + _files.Key + "\"" : "AT";
            default: return "AT+CCHSSLCFG=0,0";
        }
    }

    /// <summary>The setting was made, or was not: then all begin anew.</summary>
    internal void End(bool isMade)
    {
        _next = isMade ? _next + 1 : 0;
        if (_next < Settings) return;
        _next = 0;
        _setFor = _begunFor;
    }

    /// <summary>What a number of the SSL service means (application note, 4.1.1).</summary>
    internal static ConnectionFault FaultOf(int number)
    {
        switch (number)
        {
            case 5: return ConnectionFault.NoAnswer;
            case 13: return ConnectionFault.NameUnknown;
            case 14: return ConnectionFault.Refused;
            case 15: return ConnectionFault.TlsFailed;
            case 19: return ConnectionFault.ServerNotTrusted;
            default: return ConnectionFault.Lost;
        }
    }
}
