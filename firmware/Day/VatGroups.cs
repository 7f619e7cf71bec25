using Nf.Firmware.Bytes;

namespace Nf.Firmware.Day;

/// <summary>The groups of sales: A to E each a rate, exempt, or unused (norms, art. 33 A c)); F other taxes, G exempt, always.</summary>
public sealed class VatGroups
{
    /// <summary>Groups A to G, as the host protocol numbers them.</summary>
    public const int Count = 7;

    /// <summary>Groups A to E, which a technician sets.</summary>
    public const int Programmable = 5;

    /// <summary>Group F: taxes outside the VAT base (norms, art. 56 (1) k)).</summary>
    public const int OtherTax = 5;

    /// <summary>Group G: exempt from VAT (norms, art. 56 (1) j)).</summary>
    public const int Exempt = 6;

    /// <summary>The highest rate, in hundredths of a percent.</summary>
    public const int MaxRate = 9999;

    /// <summary>Bytes of the saved form; F and G are always the same and are not saved.</summary>
    public const int SavedLength = Programmable * 3;

    private readonly VatGroupKind[] _kinds = new VatGroupKind[Count];
    private readonly int[] _rates = new int[Count];

    public VatGroups()
    {
        _kinds[OtherTax] = VatGroupKind.OtherTax;
        _kinds[Exempt] = VatGroupKind.Exempt;
    }

    /// <summary>When these groups were set, seconds since 2000.</summary>
    public long SetAt { get; set; }

    /// <summary>What a group stands for; group 0 is A.</summary>
    public VatGroupKind Kind(int group) => _kinds[group];

    /// <summary>The group's rate in hundredths of a percent; 0 when it has none.</summary>
    public int Rate(int group) => _rates[group];

    /// <summary>The letter printed for a group.</summary>
    public static char Letter(int group) => (char)('A' + group);

    /// <summary>At least one of A to E can be sold in.</summary>
    public bool AnyUsed
    {
        get
        {
            for (int i = 0; i < Programmable; i++)
                if (_kinds[i] != VatGroupKind.Unused) return true;
            return false;
        }
    }

    /// <summary>Sets one of A to E. False for F and G or when the rate is out of range, and then nothing changes.</summary>
    /// <param name="group">0 to 4 for A to E.</param>
    /// <param name="kind">What the group stands for.</param>
    /// <param name="rate">Hundredths of a percent, 0 to 9999; 0 unless the group has a rate.</param>
    public bool Set(int group, VatGroupKind kind, int rate)
    {
        if (group >= Programmable || kind == VatGroupKind.OtherTax) return false;
        if (rate < 0 || rate > MaxRate || (kind != VatGroupKind.Rate && rate != 0)) return false;
        _kinds[group] = kind;
        _rates[group] = rate;
        return true;
    }

    public void Save(ByteWriter writer)
    {
        for (int i = 0; i < Programmable; i++)
        {
            writer.U8((int)_kinds[i]);
            writer.U16(_rates[i]);
        }
    }

    public void Load(ByteReader reader)
    {
        for (int i = 0; i < Programmable; i++)
        {
            _kinds[i] = (VatGroupKind)reader.U8();
            _rates[i] = reader.U16();
        }
    }
}
