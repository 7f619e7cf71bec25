using System;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Bytes;

/// <summary>A range of an array, to be read from any place.</summary>
internal sealed class ArraySource : IByteSource
{
    private readonly byte[] _bytes;
    private readonly int _offset;

    internal ArraySource(byte[] bytes, int offset, int count)
    {
        _bytes = bytes;
        _offset = offset;
        Length = count;
    }

    /// <inheritdoc/>
    public int Length { get; }

    /// <inheritdoc/>
    public FiscalError Read(int position, byte[] buffer, int offset, int count)
    {
        Array.Copy(_bytes, _offset + position, buffer, offset, count);
        return FiscalError.None;
    }
}
