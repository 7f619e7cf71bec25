using System;
using Nf.Hal.Devices;

namespace Nf.Boards.Chip;

/// <summary>The chip's hardware generator, which stands behind the runtime's Random.</summary>
/// <remarks>
/// Espressif promises true random bits only while Wi-Fi or Bluetooth is on; otherwise they are hard to foresee and no
/// more. The crypto module conditions them.
/// </remarks>
public sealed class ChipRandom : IRandomSource
{
    private const int Chunk = 32;

    private readonly Random _random = new Random();
    private readonly byte[] _bytes = new byte[Chunk];

    /// <inheritdoc/>
    /// <remarks>Failed when the generator gives the same byte all over, as a broken one does.</remarks>
    public DeviceResult Read(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            _random.NextBytes(_bytes);
            if (AllAlike()) return DeviceResult.Failed;
            int part = count < Chunk ? count : Chunk;
            Array.Copy(_bytes, 0, buffer, offset, part);
            offset += part;
            count -= part;
        }

        Array.Clear(_bytes, 0, Chunk);
        return DeviceResult.Ok;
    }

    private bool AllAlike()
    {
        int difference = 0;
        for (int i = 1; i < Chunk; i++) difference |= _bytes[i] ^ _bytes[0];
        return difference == 0;
    }
}
