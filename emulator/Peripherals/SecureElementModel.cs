using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Nf.Emulator.Machine;
using Nf.Hal.Devices;

namespace Nf.Emulator.Peripherals;

/// <summary>A secure element behind its driver: keys in the chip, work done in one step by .NET, so that tests are quick.</summary>
/// <remarks>Unlike most chips it also gives its keys to a TLS stack, so that whatever runs over the software module runs here.</remarks>
/// <param name="power">The mains: a key that is being written when they go never was.</param>
public sealed class SecureElementModel(PowerSupply power) : ICryptoModule, IDisposable
{
    private const int Bits = RsaKeySize.ModulusLength * 8;
    private static readonly BigInteger PublicExponent = 65537;

    private readonly RSA?[] _keys = new RSA?[2];
    private byte[] _signature = new byte[RsaKeySize.ModulusLength];
    private Func<DeviceResult>? _work;
    private int _pollsLeft;

    /// <summary>False takes the chip from its bus.</summary>
    public bool Connected { get; set; } = true;

    /// <summary>Makes a key pair; another one where a test must be quick.</summary>
    public Func<RSA> NewKey { get; init; } = () => RSA.Create(Bits);

    /// <summary>After so many polls the chip has done a work.</summary>
    public int Polls { get; set; } = 1;

    /// <inheritdoc/>
    public bool Present => Connected;

    /// <inheritdoc/>
    public bool IsBusy => _work is not null;

    /// <inheritdoc/>
    public DeviceResult Outcome { get; private set; }

    /// <summary>The power came back: the work under way is forgotten.</summary>
    public void PowerUp() => _work = null;

    /// <inheritdoc/>
    public bool HasKey(int place) => Connected && _keys[Checked(place)] is not null;

    /// <inheritdoc/>
    public DeviceResult ReadModulus(int place, byte[] buffer, int offset)
    {
        if (!Connected) return DeviceResult.NotConnected;
        if (_keys[Checked(place)] is not { } key) return DeviceResult.Failed;
        key.ExportParameters(false).Modulus!.CopyTo(buffer, offset);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult BeginSign(int place, byte[] digest)
    {
        if (Key(place) is not { } key) return Outcome = Connected ? DeviceResult.Failed : DeviceResult.NotConnected;
        byte[] copy = [.. digest];
        return Begin(() =>
        {
            _signature = key.SignHash(copy, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return DeviceResult.Ok;
        });
    }

    /// <inheritdoc/>
    public void ReadSignature(byte[] buffer, int offset) => _signature.CopyTo(buffer, offset);

    /// <inheritdoc/>
    public DeviceResult BeginGenerate(int place)
    {
        Key(place);
        return Begin(() => Store(place, NewKey()));
    }

    /// <inheritdoc/>
    public DeviceResult BeginImport(int place, RsaPrivateKey key)
    {
        Key(place);
        var imported = Imported(key);
        return Begin(() => imported is null ? DeviceResult.Failed : Store(place, imported));
    }

    /// <inheritdoc/>
    public DeviceResult Erase(int place)
    {
        Key(place);
        return Connected ? Store(place, null) : DeviceResult.NotConnected;
    }

    /// <inheritdoc/>
    public DeviceResult BeginGive(int place, byte[] certificate, int count, ITlsStore store)
    {
        if (Key(place) is not { } key) return Outcome = Connected ? DeviceResult.Failed : DeviceResult.NotConnected;
        var certificatePem = Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE", certificate.AsSpan(0, count)) + "\n");
        return Begin(() =>
        {
            var keyPem = Encoding.ASCII.GetBytes(key.ExportRSAPrivateKeyPem() + "\n");
            return store.StoreIdentity(place, certificatePem, certificatePem.Length, keyPem, keyPem.Length);
        });
    }

    /// <inheritdoc/>
    public DeviceResult Random(byte[] buffer, int offset, int count)
    {
        if (!Connected) return DeviceResult.NotConnected;
        RandomNumberGenerator.Fill(buffer.AsSpan(offset, count));
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public bool Poll()
    {
        if (_work is not { } work) return false;
        if (--_pollsLeft > 0) return true;
        _work = null;
        Outcome = Connected ? work() : DeviceResult.NotConnected;
        return true;
    }

    /// <summary>Forgets all keys.</summary>
    public void Dispose()
    {
        foreach (var key in _keys) key?.Dispose();
    }

    private RSA? Key(int place)
    {
        Checked(place);
        if (IsBusy) throw new InvalidOperationException("work is under way");
        return _keys[place];
    }

    private static int Checked(int place)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)place, 1u, nameof(place));
        return place;
    }

    private DeviceResult Begin(Func<DeviceResult> work)
    {
        if (!Connected) return Outcome = DeviceResult.NotConnected;
        _work = work;
        _pollsLeft = Polls;
        return DeviceResult.Ok;
    }

    private DeviceResult Store(int place, RSA? key)
    {
        power.Write(StoreWrite.ModuleMemory, 1, done =>
        {
            if (done > 0) _keys[place] = key;
        });
        return DeviceResult.Ok;
    }

    /// <summary>Null for numbers that are no key.</summary>
    private static RSA? Imported(RsaPrivateKey key)
    {
        var p = Number(key.PrimeP);
        var q = Number(key.PrimeQ);
        if (p * q != Number(key.Modulus) || Number(key.Modulus).GetBitLength() != Bits) return null;
        var rsa = RSA.Create();
        try
        {
            rsa.ImportParameters(new RSAParameters
            {
                Modulus = [.. key.Modulus],
                Exponent = [1, 0, 1],
                D = PrivateExponent((p - 1) * (q - 1)),
                P = [.. key.PrimeP],
                Q = [.. key.PrimeQ],
                DP = [.. key.ExponentP],
                DQ = [.. key.ExponentQ],
                InverseQ = [.. key.Coefficient],
            });
            var signature = rsa.SignHash(new byte[32], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            if (AreRight(key, p, q) && rsa.VerifyHash(new byte[32], signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)) return rsa;
        }
        catch (CryptographicException)
        {
            // Numbers that .NET refuses are no key either.
        }

        rsa.Dispose();
        return null;
    }

    private static bool AreRight(RsaPrivateKey key, BigInteger p, BigInteger q) =>
        (Number(key.ExponentP) * PublicExponent - 1) % (p - 1) == 0
        && (Number(key.ExponentQ) * PublicExponent - 1) % (q - 1) == 0
        && Number(key.Coefficient) * q % p == 1;

    /// <summary>65537 is prime: k below it makes k phi + 1 a multiple of it.</summary>
    private static byte[] PrivateExponent(BigInteger phi)
    {
        var k = PublicExponent - BigInteger.ModPow(phi, PublicExponent - 2, PublicExponent);
        var bytes = new byte[RsaKeySize.ModulusLength];
        var exponent = ((k * phi + 1) / PublicExponent).ToByteArray(isUnsigned: true, isBigEndian: true);
        exponent.CopyTo(bytes, bytes.Length - exponent.Length);
        return bytes;
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
