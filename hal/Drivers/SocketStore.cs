using System;
using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Certificates in the board's own keeping.</summary>
internal sealed class SocketStore : ITlsStore
{
    private const int Places = 2;

    private readonly ITlsSocket _socket;

    internal SocketStore(ITlsSocket socket) => _socket = socket;

    /// <inheritdoc/>
    public bool IsBusy => false;

    /// <inheritdoc/>
    public DeviceResult Outcome { get; private set; } = DeviceResult.Ok;

    /// <inheritdoc/>
    public DeviceResult StoreAuthorities(byte[] pem, int count) =>
        Outcome = _socket.StoreAuthorities(pem, count) ? DeviceResult.Ok : DeviceResult.Failed;

    /// <inheritdoc/>
    public DeviceResult StoreIdentity(int place, byte[] certificatePem, int certificateCount, byte[] keyPem, int keyCount)
    {
        if (place < 0 || place >= Places) throw new ArgumentOutOfRangeException("place");
        bool stored = _socket.StoreIdentity(place, certificatePem, certificateCount, keyPem, keyCount);
        return Outcome = stored ? DeviceResult.Ok : DeviceResult.Failed;
    }

    /// <inheritdoc/>
    public DeviceResult Use(int place)
    {
        if (place < -1 || place >= Places) throw new ArgumentOutOfRangeException("place");
        _socket.Use(place);
        return DeviceResult.Ok;
    }
}
