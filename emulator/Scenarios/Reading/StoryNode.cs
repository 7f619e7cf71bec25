using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Nf.Emulator.Scenarios.Reading;

/// <summary>A piece of a story with its place: a value, a list, or words with what belongs to them.</summary>
public sealed partial class StoryNode
{
    private readonly YamlNode _node;
    private readonly string _file;

    internal StoryNode(YamlNode node, string file)
        : this(node, file, At(node, file))
    {
    }

    private StoryNode(YamlNode node, string file, StoryPlace place) => (_node, _file, Place) = (node, file, place);

    /// <summary>Where it begins.</summary>
    public StoryPlace Place { get; }

    /// <summary>The value as it was written, without quotes.</summary>
    public string Text => ((YamlScalarNode)_node).Value ?? "";

    /// <summary>The value as a whole number; the schema has seen to it that it is one.</summary>
    public int Number => int.Parse(Text, CultureInfo.InvariantCulture);

    /// <summary>The list's items; none when it is no list.</summary>
    public IEnumerable<StoryNode> Items => _node is YamlSequenceNode list ? list.Select(item => new StoryNode(item, _file)) : [];

    /// <summary>The words with what belongs to them, in order; none when there are none.</summary>
    public IEnumerable<(string Word, StoryNode Value)> Entries =>
        _node is YamlMappingNode map ? map.Select(pair => (KeyText(pair.Key), new StoryNode(pair.Value, _file))) : [];

    /// <summary>What belongs to a word; null when the word is not there.</summary>
    public StoryNode? this[string word] => Entries.Where(entry => entry.Word == word).Select(entry => entry.Value).FirstOrDefault();

    /// <summary>The text that belongs to a word, or this one when the word is not there.</summary>
    public string Or(string word, string otherwise) => this[word]?.Text ?? otherwise;

    /// <summary>Where a word itself stands.</summary>
    public StoryPlace PlaceOf(string word) =>
        _node is YamlMappingNode map && map.Children.Keys.FirstOrDefault(key => KeyText(key) == word) is { } key ? At(key, _file) : Place;

    /// <summary>A place at which nothing was said.</summary>
    internal StoryNode Silent() => new(new YamlScalarNode(), _file, Place);

    /// <summary>The same as JSON, by the rules of YAML 1.2: what is in quotes is text.</summary>
    internal JsonNode? ToJson() => _node switch
    {
        YamlMappingNode => new JsonObject(Entries.Select(entry => KeyValuePair.Create(entry.Word, entry.Value.ToJson()))),
        YamlSequenceNode => new JsonArray([.. Items.Select(item => item.ToJson())]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value ?? ""),
        _ => JsonValue.Create(Text),
    };

    private static StoryPlace At(YamlNode node, string file) => new(file, node.Start.Line, node.Start.Column);

    private static string KeyText(YamlNode key) => (key as YamlScalarNode)?.Value ?? "";

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" or "false" => JsonValue.Create(text == "true"),
        _ when WholeNumber().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when AnyNumber().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex AnyNumber();
}
