namespace System.Net.Security
{
    [Flags]
    public enum SslProtocols
    {
        Tls12 = 3072,
        Tls13 = 12288,
    }

    [Flags]
    public enum SslVerification
    {
        CertificateRequired = 4,
    }

    public class SslStream : Sockets.NetworkStream
    {
        public SslStream(Sockets.Socket socket) { }
        public bool DataAvailable => throw null;
        public SslVerification SslVerification { set => throw null; }
        public void AuthenticateAsClient(
            string targetHost,
            global::System.Security.Cryptography.X509Certificates.X509Certificate clientCertificate,
            global::System.Security.Cryptography.X509Certificates.X509Certificate ca,
            SslProtocols enabledSslProtocols) => throw null;
    }
}

namespace System.Security.Cryptography.X509Certificates
{
    public class X509Certificate
    {
        public X509Certificate(byte[] certificate) { }
        internal X509Certificate() { }
    }

    public class X509Certificate2 : X509Certificate
    {
        public X509Certificate2(byte[] rawData, byte[] key, string password) { }
    }
}
