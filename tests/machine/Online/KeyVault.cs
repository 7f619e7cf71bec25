using System.Security.Cryptography;
using Nf.Emulator.Machine;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Online;

/// <summary>A crypto module by .NET's RSA, quick and with its own durable memory: for tests of what the register does with one.</summary>
internal sealed class KeyVault(PowerSupply power) : ICryptoModule
{
    private const int Steps = 3;

    private readonly byte[]?[] _keys = new byte[]?[2];
    private readonly byte[] _signature = new byte[RsaKeySize.ModulusLength];
    private Func<bool>? _work;
    private int _left;
    private int _generated;

    public bool Present { get; set; } = true;

    public bool IsBusy => _work != null;

    public DeviceResult Outcome { get; private set; }

    public bool HasKey(int place) => _keys[place] != null;

    public DeviceResult ReadModulus(int place, byte[] buffer, int offset)
    {
        if (_keys[place] is null) return DeviceResult.Failed;
        using var key = Key(place);
        key.ExportParameters(false).Modulus!.CopyTo(buffer, offset);
        return DeviceResult.Ok;
    }

    public DeviceResult BeginSign(int place, byte[] digest)
    {
        var copy = digest.ToArray();
        return Begin(() =>
        {
            if (_keys[place] is null) return false;
            using var key = Key(place);
            key.SignHash(copy, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CopyTo(_signature, 0);
            return true;
        });
    }

    public void ReadSignature(byte[] buffer, int offset) => _signature.CopyTo(buffer, offset);

    public DeviceResult BeginGenerate(int place) => Begin(() =>
    {
        using var key = Nf.Emulator.Anaf.Authority.TestKeys.StoredKey(40 + _generated++);
        return Keep(place, key);
    });

    public DeviceResult BeginImport(int place, RsaPrivateKey key)
    {
        var parameters = new RSAParameters
        {
            Modulus = [.. key.Modulus],
            Exponent = [1, 0, 1],
            P = [.. key.PrimeP],
            Q = [.. key.PrimeQ],
            DP = [.. key.ExponentP],
            DQ = [.. key.ExponentQ],
            InverseQ = [.. key.Coefficient],
            D = PrivateExponent(key),
        };
        return Begin(() =>
        {
            using var rsa = RSA.Create(parameters);
            return Keep(place, rsa);
        });
    }

    public DeviceResult Erase(int place)
    {
        _keys[place] = null;
        return DeviceResult.Ok;
    }

    public DeviceResult GiveTo(int place, byte[] certificate, int count, ITlsStore store)
    {
        if (_keys[place] is not { } key) return DeviceResult.Failed;
        return store.StoreIdentity(place, certificate, count, key, key.Length);
    }

    public DeviceResult Random(byte[] buffer, int offset, int count) => DeviceResult.Ok;

    public bool Poll()
    {
        if (_work is not { } work) return false;
        if (--_left > 0) return true;
        _work = null;
        Outcome = work() ? DeviceResult.Ok : DeviceResult.Failed;
        return true;
    }

    /// <summary>The power went: what was under way never was.</summary>
    public KeyVault Restarted()
    {
        _work = null;
        return this;
    }

    /// <summary>All keys are lost.</summary>
    public void Lose() => Array.Clear(_keys);

    private DeviceResult Begin(Func<bool> work)
    {
        if (IsBusy) throw new InvalidOperationException("one work at a time");
        _work = work;
        _left = Steps;
        return DeviceResult.Ok;
    }

    private bool Keep(int place, RSA key)
    {
        var bytes = key.ExportRSAPrivateKey();
        power.Write(StoreWrite.ModuleMemory, bytes.Length, count => _keys[place] = count == bytes.Length ? bytes : null);
        return true;
    }

    private RSA Key(int place)
    {
        var key = RSA.Create();
        key.ImportRSAPrivateKey(_keys[place], out _);
        return key;
    }

    private static byte[] PrivateExponent(RsaPrivateKey key)
    {
        var one = System.Numerics.BigInteger.One;
        var p = new System.Numerics.BigInteger(key.PrimeP, true, true) - one;
        var q = new System.Numerics.BigInteger(key.PrimeQ, true, true) - one;
        var phi = p * q / System.Numerics.BigInteger.GreatestCommonDivisor(p, q);
        var exponent = Inverse(65537, phi).ToByteArray(true, true);
        return [.. new byte[RsaKeySize.ModulusLength - exponent.Length], .. exponent];
    }

    private static System.Numerics.BigInteger Inverse(System.Numerics.BigInteger value, System.Numerics.BigInteger modulus)
    {
        System.Numerics.BigInteger a = value, b = modulus, x = 1, y = 0;
        while (b != 0)
        {
            var quotient = a / b;
            (a, b) = (b, a % b);
            (x, y) = (y, x - quotient * y);
        }

        return x < 0 ? x + modulus : x;
    }
}
