using System.Text;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Tests.Machine.Scenarios;

/// <summary>Stories as the tests write them, and the shipped ones.</summary>
internal static class StoryFiles
{
    /// <summary>Lines before the steps.</summary>
    public const int HeadLines = 3;

    /// <summary>The shipped stories' names.</summary>
    public static IEnumerable<string> Shipped => Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "scenarios");

    /// <summary>A shipped story.</summary>
    public static Story Read(string name) => StoryReader.Read(PathOf(name), File.ReadAllBytes(PathOf(name)));

    /// <summary>Where a shipped story is.</summary>
    public static string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>The text of a story with these steps, the first in line 4.</summary>
    public static string TextOf(string steps, string head = "") => $"title: A story\nwhy: Because it is a test.\nsteps:\n{steps}\n{head}";

    /// <summary>A story with these steps, in the file <c>s.yaml</c>.</summary>
    public static Story Of(string steps, string head = "") => StoryReader.Read("s.yaml", Encoding.UTF8.GetBytes(TextOf(steps, head)));

    /// <summary>Plays a story on the emulated register.</summary>
    public static StoryResult Play(Story story, int seed = 1) => new StoryRunner(order => new EmulatorBench(order), seed).Run(story);
}
