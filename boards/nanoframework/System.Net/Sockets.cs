namespace System.Net
{
    public static class Dns
    {
        public static IPHostEntry GetHostEntry(string hostNameOrAddress) => throw null;
    }

    public class IPHostEntry
    {
        internal IPHostEntry() { }
        public IPAddress[] AddressList => throw null;
    }

    public class IPAddress
    {
        public static readonly IPAddress Any;
        internal IPAddress() { }
    }

    public abstract class EndPoint { internal EndPoint() { } }

    public class IPEndPoint : EndPoint
    {
        public IPEndPoint(IPAddress address, int port) { }
    }
}

namespace System.Net.Sockets
{
    public enum AddressFamily
    {
        InterNetwork = 2,
    }

    public enum SocketType
    {
        Stream = 1,
    }

    public enum ProtocolType
    {
        Tcp = 6,
    }

    public enum SelectMode
    {
        SelectRead = 0,
    }

    public enum SocketFlags
    {
        None = 0,
    }

    public class SocketException : Exception
    {
        internal SocketException() { }
        public int ErrorCode => throw null;
    }

    public class Socket
    {
        public Socket(AddressFamily addressFamily, SocketType socketType, ProtocolType protocolType) { }
        public int Available => throw null;
        public int ReceiveTimeout { set => throw null; }
        public int SendTimeout { set => throw null; }
        public void Connect(EndPoint remoteEP) => throw null;
        public void Bind(EndPoint localEP) => throw null;
        public void Listen(int backlog) => throw null;
        public Socket Accept() => throw null;
        public bool Poll(int microSeconds, SelectMode mode) => throw null;
        public int Receive(byte[] buffer, int offset, int size, SocketFlags socketFlags) => throw null;
        public int Send(byte[] buffer, int offset, int size, SocketFlags socketFlags) => throw null;
        public void Close() => throw null;
    }

    public class NetworkStream : IO.Stream { internal NetworkStream() { } }
}
