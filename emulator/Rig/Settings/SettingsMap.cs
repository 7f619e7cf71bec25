using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Nf.Emulator.Rig.Settings;

/// <summary>A mapping of a rig's file: each value is asked for once, with what is right for it; what nobody asks for is wrong.</summary>
internal sealed class SettingsMap
{
    private readonly string _file;
    private readonly string _name;
    private readonly Dictionary<string, (YamlScalarNode Key, YamlNode Value)> _left = [];
    private readonly List<string> _known = [];

    /// <param name="name">What the mapping is called in messages.</param>
    /// <exception cref="RigSettingsException">It is no mapping, or a key is there twice.</exception>
    public SettingsMap(string file, string name, YamlNode node)
    {
        (_file, _name, Line) = (file, name, (int)node.Start.Line);
        if (node is not YamlMappingNode map) throw Wrong(Line, $"{name} is a mapping of keys and values");
        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: { } text } scalar) throw Wrong((int)key.Start.Line, $"a key of {name} is a word");
            _left[text] = (scalar, value);
        }
    }

    /// <summary>Line of the file where it begins, from 1.</summary>
    public int Line { get; }

    /// <summary>A mapping in it; null when it is not there.</summary>
    public SettingsMap? Map(string key) => Take(key) is { } node ? new SettingsMap(_file, key, node) : null;

    /// <summary>A mapping that must be there.</summary>
    public SettingsMap NeededMap(string key) => Map(key) ?? throw Wrong(Line, $"{_name} needs {key}");

    /// <summary>A text; null when it is not there.</summary>
    public string? Text(string key)
    {
        if (Take(key) is not { } node) return null;
        return node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong((int)node.Start.Line, $"{key} of {_name} is a text");
    }

    /// <summary>A text that must be there.</summary>
    public string NeededText(string key) => Text(key) ?? throw Wrong(Line, $"{_name} needs {key}");

    /// <summary>A whole number within limits.</summary>
    public int Number(string key, int least, int most, int usual)
    {
        if (Take(key) is not { } node) return usual;
        var isNumber = int.TryParse((node as YamlScalarNode)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= least && number <= most) return number;
        throw Wrong((int)node.Start.Line, $"{key} of {_name} is a whole number from {least} to {most}");
    }

    /// <summary>One of some words; the first is the usual one.</summary>
    public string Word(string key, params string[] words)
    {
        if (Take(key) is not { } node) return words[0];
        if (node is YamlScalarNode { Value: { } text } && words.Contains(text)) return text;
        throw Wrong((int)node.Start.Line, $"{key} of {_name} is one of {string.Join(", ", words)}");
    }

    /// <summary>All keys are known.</summary>
    /// <exception cref="RigSettingsException">One is not.</exception>
    public void End()
    {
        foreach (var (key, (node, _)) in _left) throw Wrong((int)node.Start.Line, $"{_name} has no {key}; it has {string.Join(", ", _known)}");
    }

    /// <summary>What is wrong with a line of the file.</summary>
    public RigSettingsException Wrong(int line, string message) => new(_file, line, message);

    private YamlNode? Take(string key)
    {
        _known.Add(key);
        return _left.Remove(key, out var found) ? found.Value : null;
    }
}
