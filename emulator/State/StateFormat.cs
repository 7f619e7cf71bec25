using System.Text.Json;

namespace Nf.Emulator.State;

/// <summary>The file <c>state.json</c>: which version of the format the directory has.</summary>
internal static class StateFormat
{
    /// <summary>The version that this nf writes.</summary>
    public const int Version = 1;

    /// <summary>Marks a directory as state of this version.</summary>
    public static void Write(string path) => SafeFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(new { format = Version }));

    /// <summary>Refuses what this nf cannot read.</summary>
    /// <exception cref="StateException">A newer version, or no version at all.</exception>
    public static void Check(string path)
    {
        if (ReadVersion(path) is not { } version || version < 1)
            throw new StateException(StateProblem.Damaged,
                $"{path} is unreadable: restore it from a copy, or start with another state directory");
        if (version > Version)
            throw new StateException(StateProblem.Newer,
                $"{path} has format {version}, this nf knows formats up to {Version}: update nf");
    }

    private static int? ReadVersion(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.GetProperty("format").GetInt32();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
