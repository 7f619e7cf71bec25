namespace Nf.Hal.Buses;

/// <summary>One chip on an SPI bus: every call is one transaction under its own chip select.</summary>
/// <remarks>
/// A board implements it over its SPI device (mode 0, most significant bit first):
/// <code>public void Write(byte[] buffer, int count) => device.Write(new SpanByte(buffer, 0, count));</code>
/// A driver puts command, address and data in one buffer, since chip select falls and rises with each call:
/// <code>spi.Transfer(command, answer, 4);</code>
/// A missing chip answers with an idle wire (all FFh or all 00h); a driver recognises it by its identity.
/// </remarks>
public interface ISpiDevice
{
    /// <summary>Sends the first <paramref name="count"/> bytes of the buffer and ignores what comes back.</summary>
    void Write(byte[] buffer, int count);

    /// <summary>Sends <paramref name="count"/> bytes and receives as many at the same time.</summary>
    void Transfer(byte[] write, byte[] read, int count);
}
