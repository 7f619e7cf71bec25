using System;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Bytes;

/// <summary>Bytes of a buffer as a source.</summary>
public sealed class ArraySource : IByteSource
{
    private byte[] _data;

    /// <inheritdoc/>
    public int Length { get; private set; }

    /// <summary>Takes the first bytes of a buffer, which is not copied.</summary>
    public void Begin(byte[] data, int count)
    {
        _data = data;
        Length = count;
    }

    /// <inheritdoc/>
    public FiscalError Read(int position, byte[] buffer, int offset, int count)
    {
        Array.Copy(_data, position, buffer, offset, count);
        return FiscalError.None;
    }
}
