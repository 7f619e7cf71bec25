using Nf.Firmware.Bytes;

namespace Nf.Firmware.FiscalMemory;

/// <summary>ANAF took the days that were filed offline: up to which Z, and by which message.</summary>
public static class UnblockingRecord
{
    /// <summary>Bytes of the payload.</summary>
    public const int SavedLength = 1 + 2 + 4;

    /// <summary>Writes the payload.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">How the unblocking came.</param>
    /// <param name="lastZ">Number of the last Z that was filed.</param>
    /// <param name="message">Moment in the idM of the register's message (mReg), which is the code.</param>
    public static void Save(ByteWriter writer, RecordSource source, int lastZ, long message)
    {
        writer.U8((int)source);
        writer.U16(lastZ);
        writer.U32(message);
    }

    /// <summary>Reads the payload.</summary>
    public static RecordSource Load(ByteReader payload, out int lastZ, out long message)
    {
        var source = (RecordSource)payload.U8();
        lastZ = payload.U16();
        message = payload.U32();
        return source;
    }
}
