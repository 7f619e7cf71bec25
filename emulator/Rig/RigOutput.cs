using System.Text;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Rig;

/// <summary>The folder into which a rig writes: <c>junit.xml</c>, <c>report.txt</c>, and for each story its paper and what went over the lines.</summary>
/// <param name="folder">Created when it does not exist; files of these names are replaced.</param>
public sealed class RigOutput(string folder)
{
    private readonly HashSet<string> _names = [];
    private readonly StringBuilder _report = new();

    /// <summary>Writes what a story left.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Keep(StoryResult result, IEnumerable<(string Line, string Text)> logs)
    {
        _report.Append(StoryText.Of(result)).Append('\n');
        var story = Path.Combine(folder, NameOf(result));
        Directory.CreateDirectory(story);
        File.WriteAllLines(Path.Combine(story, "paper.txt"), result.Paper);
        foreach (var (line, text) in logs) File.WriteAllText(Path.Combine(story, $"wire-{line}.txt"), text);
    }

    /// <summary>Writes the results of all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void End(IReadOnlyList<StoryResult> results)
    {
        Directory.CreateDirectory(folder);
        using (var junit = new StreamWriter(Path.Combine(folder, "junit.xml"))) JUnitReport.Write(junit, results);
        File.WriteAllText(Path.Combine(folder, "report.txt"), _report.ToString());
    }

    private string NameOf(StoryResult result)
    {
        var name = Path.GetFileNameWithoutExtension(result.Story.File);
        var free = name;
        for (var i = 2; !_names.Add(free); i++) free = $"{name}-{i}";
        return free;
    }
}
