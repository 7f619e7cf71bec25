namespace Nf.Tests.Machine.Flash;

/// <summary>The flashing tool's options, as they were written down from it.</summary>
internal static class ToolOptions
{
    /// <summary>Each option, with its dashes, and whether a value follows it.</summary>
    public static IReadOnlyDictionary<string, bool> TakesValue { get; } =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Flash", "nanoff-options.tsv"))
            .Where(line => line[0] != '#').Select(line => line.Split('\t')).ToDictionary(cells => "--" + cells[0], cells => cells[1] == "yes");
}
