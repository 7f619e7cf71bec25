using Nf.Firmware.Bytes;

namespace Nf.Firmware.Day;

/// <summary>The five VAT groups, A to E: each a rate, exempt, or unused (norms, art. 33 A c)).</summary>
public sealed class VatGroups
{
    /// <summary>Groups A to E.</summary>
    public const int Count = 5;

    /// <summary>The highest rate, in hundredths of a percent.</summary>
    public const int MaxRate = 9999;

    /// <summary>Bytes of the saved form.</summary>
    public const int SavedLength = Count * 3;

    private readonly VatGroupKind[] _kinds = new VatGroupKind[Count];
    private readonly int[] _rates = new int[Count];

    /// <summary>When these groups were set, seconds since 2000.</summary>
    public long SetAt { get; set; }

    /// <summary>What a group stands for; group 0 is A.</summary>
    public VatGroupKind Kind(int group) => _kinds[group];

    /// <summary>The group's rate in hundredths of a percent; 0 when it has none.</summary>
    public int Rate(int group) => _rates[group];

    /// <summary>The letter printed for a group.</summary>
    public static char Letter(int group) => (char)('A' + group);

    /// <summary>At least one group can be sold in.</summary>
    public bool AnyUsed
    {
        get
        {
            for (int i = 0; i < Count; i++)
                if (_kinds[i] != VatGroupKind.Unused) return true;
            return false;
        }
    }

    /// <summary>Sets one group. False when the rate is out of range, and then nothing changes.</summary>
    /// <param name="group">0 to 4 for A to E.</param>
    /// <param name="kind">What the group stands for.</param>
    /// <param name="rate">Hundredths of a percent, 0 to 9999; 0 unless the group has a rate.</param>
    public bool Set(int group, VatGroupKind kind, int rate)
    {
        if (rate < 0 || rate > MaxRate || (kind != VatGroupKind.Rate && rate != 0)) return false;
        _kinds[group] = kind;
        _rates[group] = rate;
        return true;
    }

    public void Save(ByteWriter writer)
    {
        for (int i = 0; i < Count; i++)
        {
            writer.U8((int)_kinds[i]);
            writer.U16(_rates[i]);
        }
    }

    public void Load(ByteReader reader)
    {
        for (int i = 0; i < Count; i++)
        {
            _kinds[i] = (VatGroupKind)reader.U8();
            _rates[i] = reader.U16();
        }
    }
}
