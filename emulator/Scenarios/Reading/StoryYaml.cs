using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Nf.Emulator.Scenarios.Reading;

/// <summary>Reads a story's YAML, within limits: one document, no anchors, not deep.</summary>
internal static class StoryYaml
{
    /// <summary>The largest story, characters.</summary>
    public const int SizeMost = 1 << 18;

    /// <summary>The deepest nesting; a story's own is 6.</summary>
    private const int DepthMost = 16;

    /// <summary>The root of the one document.</summary>
    /// <exception cref="StoryException">It is no YAML, or beyond the limits.</exception>
    public static StoryNode Read(string file, string text)
    {
        if (text.Length > SizeMost) throw Wrong(new StoryPlace(file, 1, 1), $"the story has more than {SizeMost} characters; make two of it");
        try
        {
            Bound(file, text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count != 1) throw Wrong(new StoryPlace(file, 1, 1), $"a file is one story, and this one has {stream.Documents.Count}");
            return new StoryNode(stream.Documents[0].RootNode, file);
        }
        catch (YamlException e)
        {
            throw Wrong(new StoryPlace(file, e.Start.Line, e.Start.Column), e.Message.Split("): ", 2)[^1].TrimEnd('.'));
        }
    }

    internal static StoryException Wrong(StoryPlace place, string text) => new([new StoryProblem(place, text)]);

    // Before the tree is built: that goes as deep as the text does.
    private static void Bound(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var now = parser.Current!;
            var place = new StoryPlace(file, now.Start.Line, now.Start.Column);
            if (now is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }) throw Wrong(place, "anchors (&, *) are not used in stories; write it out");
            depth += now.NestingIncrease;
            if (depth > DepthMost) throw Wrong(place, "this is nested too deep");
        }
    }
}
