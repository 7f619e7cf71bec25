using Nf.Firmware.Bytes;

namespace Nf.Firmware.FiscalMemory;

/// <summary>How many records there are, of each kind too, and where the latest of each kind stands; every record carries it.</summary>
internal sealed class RecordChain
{
    private readonly int[] _latest = new int[RecordLayout.Kinds];
    private readonly int[] _counts = new int[RecordLayout.Kinds];

    /// <summary>Records that count.</summary>
    internal int Records { get; private set; }

    /// <summary>How many records of a kind a record says there were, itself included.</summary>
    internal static int CountIn(RecordSlot slot, RecordKind kind) => slot.At(RecordLayout.Counts + 2 * ((int)kind - 1)).U16();

    /// <summary>Where a record says that the latest of a kind stands; NoSlot for none.</summary>
    internal static int LatestIn(RecordSlot slot, RecordKind kind) => slot.At(RecordLayout.LatestSlots + 2 * ((int)kind - 1)).U16();

    /// <summary>How many records of a kind there are.</summary>
    internal int Count(RecordKind kind) => _counts[(int)kind - 1];

    /// <summary>The slot of the latest record of a kind; NoSlot for none.</summary>
    internal int Latest(RecordKind kind) => _latest[(int)kind - 1];

    /// <summary>There is no record.</summary>
    internal void Clear()
    {
        for (int i = 0; i < RecordLayout.Kinds; i++)
        {
            _latest[i] = RecordLayout.NoSlot;
            _counts[i] = 0;
        }

        Records = 0;
    }

    /// <summary>Takes what the newest record says.</summary>
    internal void Load(RecordSlot slot)
    {
        ByteReader reader = slot.At(RecordLayout.Ordinal);
        Records = (int)reader.U32() + 1;
        reader.Seek(RecordLayout.LatestSlots);
        for (int i = 0; i < RecordLayout.Kinds; i++) _latest[i] = reader.U16();
        for (int i = 0; i < RecordLayout.Kinds; i++) _counts[i] = reader.U16();
    }

    /// <summary>Writes what a record of a kind in that slot has to say.</summary>
    internal void Save(ByteWriter writer, RecordKind kind, long time, int slot)
    {
        writer.U32(Records);
        writer.U32(time);
        for (int i = 0; i < RecordLayout.Kinds; i++) writer.U16(i == (int)kind - 1 ? slot : _latest[i]);
        for (int i = 0; i < RecordLayout.Kinds; i++) writer.U16(i == (int)kind - 1 ? _counts[i] + 1 : _counts[i]);
    }

    /// <summary>A record of a kind stands in that slot and counts.</summary>
    internal void Add(RecordKind kind, int slot)
    {
        _latest[(int)kind - 1] = slot;
        _counts[(int)kind - 1]++;
        Records++;
    }
}
