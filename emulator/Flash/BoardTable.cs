using System.Globalization;

namespace Nf.Emulator.Flash;

/// <summary>The boards that there are: boards/boards.tsv.</summary>
public static class BoardTable
{
    private const string Resource = "Nf.Emulator.Flash.boards.tsv";
    private static readonly string[] s_columns = ["board", "target", "chip", "address", "partition_kb", "clr_version", "assembly"];

    /// <summary>All boards, in the table's order.</summary>
    public static IReadOnlyList<FlashBoard> Boards { get; } = [.. Read()];

    /// <summary>The board of a name; null when there is none.</summary>
    public static FlashBoard? Find(string name) => Boards.FirstOrDefault(board => board.Name == name);

    private static IEnumerable<FlashBoard> Read()
    {
        using var reader = new StreamReader(typeof(BoardTable).Assembly.GetManifestResourceStream(Resource)!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (!lines[0].TrimEnd().Split('\t').SequenceEqual(s_columns)) throw new InvalidDataException("boards.tsv has other columns");
        return lines.Skip(1).Select(line => Board(line.TrimEnd().Split('\t')));
    }

    private static FlashBoard Board(string[] cells) => new(cells[0], cells[1], cells[2],
        int.Parse(cells[3].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        int.Parse(cells[4], CultureInfo.InvariantCulture) * 1024, cells[5].TrimEnd('.', 'x'), cells[6]);
}
