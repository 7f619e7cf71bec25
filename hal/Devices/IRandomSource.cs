namespace Nf.Hal.Devices;

/// <summary>The board's hardware generator of random bits, as it comes out of the chip.</summary>
/// <remarks>
/// A crypto module conditions what it gives, so that it need not be evenly distributed; it must not be foreseeable.
/// <code>if (source.Read(seed, 0, seed.Length) != DeviceResult.Ok) return; // nothing is signed or made without</code>
/// </remarks>
public interface IRandomSource
{
    /// <summary>Fills a range. Failed when the generator's own tests say that it gives no random bits.</summary>
    DeviceResult Read(byte[] buffer, int offset, int count);
}
