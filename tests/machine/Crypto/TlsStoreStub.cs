using System.Text;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Crypto;

/// <summary>Remembers what a TLS stack was given.</summary>
internal sealed class TlsStoreStub : ITlsStore
{
    public int Place { get; private set; } = -1;

    public string Certificate { get; private set; } = "";

    public string Key { get; private set; } = "";

    public bool IsBusy => false;

    public DeviceResult Outcome => DeviceResult.Ok;

    public DeviceResult StoreAuthorities(byte[] pem, int count) => DeviceResult.Ok;

    public DeviceResult StoreIdentity(int place, byte[] certificatePem, int certificateCount, byte[] keyPem, int keyCount)
    {
        Place = place;
        Certificate = Encoding.ASCII.GetString(certificatePem, 0, certificateCount);
        Key = Encoding.ASCII.GetString(keyPem, 0, keyCount);
        return DeviceResult.Ok;
    }

    public DeviceResult Use(int place) => DeviceResult.Ok;
}
