namespace Nf.Boards.Virtual;

/// <summary>A file that only grows.</summary>
public sealed class RamFile
{
    /// <summary>The longest file, bytes.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    /// <param name="name">What it is called.</param>
    public RamFile(string name) => Name = name;

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>This is what it is called.</summary>
    public bool IsNamed(string name)
    {
        if (name.Length != Name.Length) return false;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] != Name[i]) return false;
        }

        return true;
    }

    /// <summary>Its bytes.</summary>
    public PagedCells Cells { get; } = new PagedCells(MaxLength, 0);

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>Adds bytes at its end; false when it is full.</summary>
    public bool Append(byte[] buffer, int offset, int count)
    {
        if (count > MaxLength - Length) return false;
        Cells.Write(Length, buffer, offset, count);
        Length += count;
        return true;
    }
}
