using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Network;

/// <summary>A body from an array; it fails at a place if it is told to.</summary>
internal sealed class ArraySource(byte[] bytes, int failsAt = int.MaxValue) : IByteSource
{
    public int Length => bytes.Length;

    public FiscalError Read(int position, byte[] buffer, int offset, int count)
    {
        if (position + count > failsAt) return FiscalError.JournalDamaged;
        Array.Copy(bytes, position, buffer, offset, count);
        return FiscalError.None;
    }
}
