using System.Text.RegularExpressions;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>The solution file of the board tools.</summary>
internal static partial class NanoSolution
{
    /// <summary>What a project of the board tools is to Visual Studio.</summary>
    public const string ProjectType = "{11A8DD76-328B-46DF-9F39-F559912D0360}";

    private static readonly string[] Configurations = ["Debug|Any CPU", "Release|Any CPU"];

    /// <summary>What is wrong with it.</summary>
    public static IEnumerable<string> Findings(string path)
    {
        var text = File.ReadAllText(path);
        var listed = ProjectLine().Matches(text).Select(match => (
            Path: System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, match.Groups[2].Value.Replace('\\', '/'))),
            Type: match.Groups[1].Value,
            Guid: match.Groups[3].Value)).ToList();
        foreach (var twice in listed.GroupBy(project => project.Guid).Where(group => group.Count() > 1)) yield return $"{twice.Key} stands for two projects";
        foreach (var (file, type, guid) in listed)
        {
            var project = NanoProject.All.FirstOrDefault(project => project.Path == file);
            if (project is null) yield return $"lists {BoardFiles.Short(file)}, which is not there";
            else if (project.Property("ProjectGuid") != guid) yield return $"{project.Name} calls itself {project.Property("ProjectGuid")}";
            if (type != ProjectType) yield return $"{BoardFiles.Short(file)} is listed as another kind of project";
            foreach (var line in Configurations.SelectMany(configuration => Lines(guid, configuration)).Where(line => !text.Contains(line, StringComparison.Ordinal)))
                yield return $"{BoardFiles.Short(file)} lacks {line}";
        }

        foreach (var project in NanoProject.All.Where(project => listed.All(entry => entry.Path != project.Path))) yield return $"lacks {project.Name}";
    }

    private static IEnumerable<string> Lines(string guid, string configuration) =>
        new[] { "ActiveCfg", "Build.0", "Deploy.0" }.Select(what => $"{guid}.{configuration}.{what} = {configuration}");

    [GeneratedRegex("""Project\("([^"]+)"\) = "[^"]+", "([^"]+)", "([^"]+)"\s""")]
    private static partial Regex ProjectLine();
}
