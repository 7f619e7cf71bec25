using System.Security.Cryptography;
using Nf.Hal.Devices;

namespace Nf.Emulator.Peripherals;

/// <summary>The chip's generator of random bits: the operating system's, or one that gives the same bits for the same seed.</summary>
/// <param name="seed">For tests only: keys made from it are no secret. Null: the operating system's generator.</param>
public sealed class RandomGeneratorModel(int? seed = null) : IRandomSource
{
    private readonly Random? _seeded = seed is { } start ? new Random(start) : null;

    /// <summary>False: its own tests fail, and it gives nothing.</summary>
    public bool Healthy { get; set; } = true;

    /// <inheritdoc/>
    public DeviceResult Read(byte[] buffer, int offset, int count)
    {
        if (!Healthy) return DeviceResult.Failed;
        if (_seeded is null) RandomNumberGenerator.Fill(buffer.AsSpan(offset, count));
        else _seeded.NextBytes(buffer.AsSpan(offset, count));
        return DeviceResult.Ok;
    }
}
