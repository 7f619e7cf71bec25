namespace Nf.Firmware.Certificates;

/// <summary>A part of a buffer: what was found in it, without a copy.</summary>
public struct DerRange
{
    /// <summary>Index of the first byte.</summary>
    public int Offset;

    /// <summary>Bytes; 0 for what is not there.</summary>
    public int Count;

    public DerRange(int offset, int count)
    {
        Offset = offset;
        Count = count;
    }

    /// <summary>Two parts have the same bytes.</summary>
    public static bool Same(byte[] first, DerRange a, byte[] second, DerRange b)
    {
        if (a.Count != b.Count) return false;
        for (int i = 0; i < a.Count; i++)
        {
            if (first[a.Offset + i] != second[b.Offset + i]) return false;
        }

        return true;
    }

    /// <summary>The part has just these bytes.</summary>
    public bool Is(byte[] data, byte[] value) => Same(data, this, value, new DerRange(0, value.Length));
}
