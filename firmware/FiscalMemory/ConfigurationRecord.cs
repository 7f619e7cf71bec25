using Nf.Firmware.Bytes;
using Nf.Firmware.Online;

namespace Nf.Firmware.FiscalMemory;

/// <summary>A configuration from ANAF that changed the profile, or that the technician imported: its source and all it holds.</summary>
public static class ConfigurationRecord
{
    /// <summary>Bytes of the longest payload.</summary>
    public const int MaxSavedLength = 1 + OnlineConfiguration.MaxSavedLength;

    /// <summary>Writes the payload.</summary>
    public static void Save(ByteWriter writer, RecordSource source, OnlineConfiguration configuration)
    {
        writer.U8((int)source);
        configuration.Save(writer);
    }

    /// <summary>Reads the payload.</summary>
    public static RecordSource Load(ByteReader payload, OnlineConfiguration configuration)
    {
        var source = (RecordSource)payload.U8();
        configuration.Load(payload);
        return source;
    }

    /// <summary>Moment of the message, seconds since 2000, without reading the rest.</summary>
    public static long Moment(ByteReader payload)
    {
        payload.Skip(1);
        return payload.U32();
    }
}
