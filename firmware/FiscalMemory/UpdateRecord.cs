using Nf.Firmware.Bytes;
using Nf.Firmware.Text;
using Nf.Hal.Crypto;

namespace Nf.Firmware.FiscalMemory;

/// <summary>How another program came into the register. The values stand in the fiscal memory and never change.</summary>
public enum UpdateWay
{
    /// <summary>From the technician's medium, a later version.</summary>
    Medium = 1,

    /// <summary>From the technician's medium, an earlier version that the maker ordered for this register.</summary>
    Order = 2,

    /// <summary>By cable, or otherwise past the program before: a start found another version than the one recorded.</summary>
    Found = 3,
}

/// <summary>Another program runs from here on: the versions, and the SHA-256 of its image where it is known.</summary>
public sealed class UpdateRecord
{
    /// <summary>Bytes of the payload.</summary>
    public const int SavedLength = 1 + 2 * TextLength + Sha256.DigestLength;

    /// <summary>Bytes of a version.</summary>
    public const int TextLength = 12;

    public UpdateWay Way { get; set; }

    /// <summary>Version of the program before; empty where it is not known.</summary>
    public string Before { get; set; } = "";

    /// <summary>Version of the program in force.</summary>
    public string After { get; set; } = "";

    /// <summary>SHA-256 of its image; zeros for <see cref="UpdateWay.Found"/>.</summary>
    public byte[] Digest { get; } = new byte[Sha256.DigestLength];

    /// <summary>Writes the payload.</summary>
    public void Save(ByteWriter writer)
    {
        writer.U8((int)Way);
        SaveVersion(writer, Before);
        SaveVersion(writer, After);
        writer.Bytes(Digest, 0, Digest.Length);
    }

    /// <summary>Reads the payload.</summary>
    public void Load(ByteReader payload)
    {
        Way = (UpdateWay)payload.U8();
        Before = LoadVersion(payload);
        After = LoadVersion(payload);
        payload.Bytes(Digest, 0, Digest.Length);
    }

    /// <summary>Writes a version, filled with spaces.</summary>
    internal static void SaveVersion(ByteWriter writer, string version)
    {
        for (int i = 0; i < TextLength; i++) writer.U8(i < version.Length ? version[i] : ' ');
    }

    /// <summary>Reads what <see cref="SaveVersion"/> wrote.</summary>
    internal static string LoadVersion(ByteReader reader)
    {
        var text = new byte[TextLength];
        reader.Bytes(text, 0, TextLength);
        int length = TextLength;
        while (length > 0 && text[length - 1] == ' ') length--;
        return Latin16.ToText(text, 0, length);
    }
}
