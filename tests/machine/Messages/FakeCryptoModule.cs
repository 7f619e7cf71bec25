using System.Security.Cryptography;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Messages;

/// <summary>A crypto module that signs with .NET, some polls after it was asked to.</summary>
internal sealed class FakeCryptoModule(RSA key) : ICryptoModule
{
    private const int Work = 20;

    private readonly byte[] _digest = new byte[32];
    private int _left;

    /// <summary>How often it signed.</summary>
    public int Signatures { get; private set; }

    /// <inheritdoc/>
    public bool Present => true;

    /// <inheritdoc/>
    public bool IsBusy => _left > 0;

    /// <inheritdoc/>
    public DeviceResult Outcome { get; set; } = DeviceResult.Ok;

    /// <inheritdoc/>
    public bool HasKey(int place) => place == 0;

    /// <inheritdoc/>
    public DeviceResult ReadModulus(int place, byte[] buffer, int offset)
    {
        key.ExportParameters(false).Modulus!.CopyTo(buffer, offset);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult BeginSign(int place, byte[] digest)
    {
        Assert.IsFalse(IsBusy, "one work at a time");
        digest.CopyTo(_digest, 0);
        _left = Work;
        Signatures++;
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public void ReadSignature(byte[] buffer, int offset) =>
        key.SignHash(_digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CopyTo(buffer, offset);

    /// <inheritdoc/>
    public bool Poll() => _left > 0 && _left-- > 0;

    /// <summary>The power went.</summary>
    public void PowerUp() => _left = 0;

    /// <inheritdoc/>
    public DeviceResult BeginGenerate(int place) => throw new NotSupportedException();

    /// <inheritdoc/>
    public DeviceResult BeginImport(int place, RsaPrivateKey key) => throw new NotSupportedException();

    /// <inheritdoc/>
    public DeviceResult Erase(int place) => throw new NotSupportedException();

    /// <inheritdoc/>
    public DeviceResult GiveTo(int place, byte[] certificate, int count, ITlsStore store) => throw new NotSupportedException();

    /// <inheritdoc/>
    public DeviceResult Random(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
