using System.Security.Cryptography;

namespace Nf.Emulator.Updates;

/// <summary>The key that the maker signs images with, RSA-2048 in a PEM file.</summary>
public static class MakerKey
{
    private const int Bits = 2048;

    /// <summary>What stands above a key that was made here.</summary>
    private const string Warning = "NEVER_USE_IN_A_REAL_SYSTEM\n";

    /// <summary>Reads a key, the private one or its public half.</summary>
    /// <exception cref="InvalidDataException">The file holds none, or one of another length.</exception>
    public static RSA Load(string path)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(File.ReadAllText(path));
            if (rsa.KeySize == Bits) return rsa;
            throw new InvalidDataException($"{path} holds a key of {rsa.KeySize} bits: RSA-{Bits} is needed");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            rsa.Dispose();
            throw new InvalidDataException($"{path} holds no RSA key in PEM ({e.Message.TrimEnd('.')})", e);
        }
    }

    /// <summary>Makes a key for tests and keeps it.</summary>
    public static void Make(string path)
    {
        using var rsa = RSA.Create(Bits);
        File.WriteAllText(path, Warning + rsa.ExportPkcs8PrivateKeyPem() + "\n");
    }

    /// <summary>The modulus of the key in a file; null when there is no such file, or no key in it: nothing is trusted then.</summary>
    public static byte[]? ModulusOf(string path)
    {
        try
        {
            using var rsa = Load(path);
            return rsa.ExportParameters(false).Modulus;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
