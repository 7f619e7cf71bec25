using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>A chip's random bits and secret, for a run that is the same each time; nothing made with it is a secret.</summary>
public sealed class TestChip : IRandomSource, IDeviceSecret
{
    private uint _state = 1;

    /// <inheritdoc/>
    public DeviceResult Read(byte[] buffer, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
        {
            _state = _state * 1664525 + 1013904223;
            buffer[i] = (byte)(_state >> 24);
        }

        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Read(byte[] buffer)
    {
        for (int i = 0; i < DeviceSecretSize.Length; i++) buffer[i] = (byte)i;
        return DeviceResult.Ok;
    }
}
