using Nf.Firmware.Errors;

namespace Nf.Firmware.Bytes;

/// <summary>Bytes of known length that can be read from any place: a file, an array.</summary>
public interface IByteSource
{
    /// <summary>Bytes in all.</summary>
    int Length { get; }

    /// <summary>Reads exactly <paramref name="count"/> bytes from a place.</summary>
    FiscalError Read(int position, byte[] buffer, int offset, int count);
}
