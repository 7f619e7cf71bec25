namespace Nf.Hal.Buses;

/// <summary>One chip on an I2C bus, at its 7-bit address.</summary>
/// <remarks>
/// A board implements it over its I2C device and maps the transfer status.
/// A driver sends the register number and reads on with a repeated start:
/// <code>if (i2c.WriteRead(register, 1, answer, 7) != I2cStatus.Done) return DeviceResult.NotConnected;</code>
/// </remarks>
public interface II2cDevice
{
    /// <summary>Sends the first <paramref name="count"/> bytes of the buffer.</summary>
    I2cStatus Write(byte[] buffer, int count);

    /// <summary>Sends, then reads after a repeated start.</summary>
    I2cStatus WriteRead(byte[] write, int writeCount, byte[] read, int readCount);
}

/// <summary>How an I2C transfer ended on the wire.</summary>
public enum I2cStatus
{
    /// <summary>Every byte was acknowledged.</summary>
    Done,

    /// <summary>No chip answered at the address: not fitted, not powered, or the wire is cut.</summary>
    AddressNotAcknowledged,

    /// <summary>The chip stopped acknowledging in the middle, or held the clock too long.</summary>
    Incomplete,
}
