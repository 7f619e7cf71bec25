using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>How the module's TLS is set up, and what its numbers mean.</summary>
/// <remarks>
/// TLS 1.2 alone is allowed (sslversion 3), the server is verified against the authorities' file and the module's clock
/// (authmode 1 or 2, ignorelocaltime 0), and its name is sent (enableSNI). A handshake that fails has one number, 15,
/// whatever the cause; the module tells no more.
/// </remarks>
internal static class Sim7600Tls
{
    /// <summary>Settings that make a connection safe; all are made before one is opened.</summary>
    internal const int Settings = 9;

    /// <summary>The command that makes a setting, from 0.</summary>
    internal static string Setting(int step, Sim7600Files files)
    {
        bool identified = files.Place >= 0;
        switch (step)
        {
            case 0: return "AT+CSSLCFG=\"sslversion\",0,3";
            case 1: return "AT+CSSLCFG=\"authmode\",0," + (identified ? "2" : "1");
            case 2: return "AT+CSSLCFG=\"ignorelocaltime\",0,0";
            case 3: return "AT+CSSLCFG=\"negotiatetime\",0,60";
            case 4: return "AT+CSSLCFG=\"enableSNI\",0,1";
            case 5: return "AT+CSSLCFG=\"cacert\",0,\"" + Sim7600Files.Authorities + "\"";
            case 6: return identified ? "AT+CSSLCFG=\"clientcert\",0,\"" + files.Certificate + "\"" : "AT";
            case 7: return identified ? "AT+CSSLCFG=\"clientkey\",0,\"" + files.Key + "\"" : "AT";
            default: return "AT+CCHSSLCFG=0,0";
        }
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
