using Nf.Firmware.Errors;

namespace Nf.Firmware.Bytes;

/// <summary>Takes bytes one after the other: a counter, a hash, a file, a connection.</summary>
public interface IByteSink
{
    /// <summary>Takes a piece, wholly or with an error.</summary>
    FiscalError Write(byte[] bytes, int offset, int count);
}
