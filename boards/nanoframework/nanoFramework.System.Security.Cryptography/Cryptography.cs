namespace System.Security.Cryptography;

public enum CipherMode
{
    ECB = 2,
}

public class Aes
{
    public Aes(CipherMode mode) { }
    public byte[] Key { set => throw null; }
    public byte[] Encrypt(byte[] data) => throw null;
}

public class HMACSHA256
{
    public HMACSHA256(byte[] key) { }
    public byte[] ComputeHash(byte[] source) => throw null;
    public void Dispose() => throw null;
}
