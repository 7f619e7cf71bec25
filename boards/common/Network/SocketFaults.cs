using Nf.Hal.Buses;

namespace Nf.Boards.Network;

/// <summary>The numbers that the runtime's sockets fail with (those of Winsock), as far as a reason is known for them.</summary>
public static class SocketFaults
{
    private const int NetworkDown = 10050;
    private const int NetworkUnreachable = 10051;
    private const int TimedOut = 10060;
    private const int Refused = 10061;
    private const int HostDown = 10064;
    private const int HostUnreachable = 10065;
    private const int HostNotFound = 11001;
    private const int NoData = 11004;

    /// <summary>What a connection that failed to open says.</summary>
    public static TlsSocketStatus Of(int error)
    {
        switch (error)
        {
            case Refused: return TlsSocketStatus.Refused;
            case NetworkDown:
            case NetworkUnreachable:
            case TimedOut:
            case HostDown:
            case HostUnreachable: return TlsSocketStatus.NoAnswer;
            default: return error >= HostNotFound && error <= NoData ? TlsSocketStatus.NameUnknown : TlsSocketStatus.Lost;
        }
    }
}
