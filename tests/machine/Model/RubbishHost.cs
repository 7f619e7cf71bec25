using System.Globalization;
using System.Text.RegularExpressions;

namespace Nf.Tests.Machine.Model;

/// <summary>A host that sends every command of docs/reference/datecs.md: examples of it with fields spoilt, or fields of anything.</summary>
internal sealed partial class RubbishHost(int seed)
{
    private const int MostFields = 16;
    private const int LongestText = 90;

    private static readonly (int Command, string[] Fields)[] Examples = [.. ReadExamples()];
    private static readonly ILookup<int, string[]> ByCommand = Examples.ToLookup(example => example.Command, example => example.Fields);

    private static readonly string[] Words =
    [
        "", "0", "1", "-1", "00001", "2.50", "-2.50", "0.001", "1.0001", "9999999.99", "99999999999999999999", "-9223372036854775808", "9223372036854775807",
        "100.02", "1e5", "+1", ",", ".", "-", " ", "   ", "A", "D", "I", "J", "P", "R", "W", "X", "Z", "f", "n", "RO123456789", "1234", "0001", "9999",
        "16-11-26", "16-11-26 07:00:02", "31-02-27 25:61:61", "17-11-26 08:00:00 DST", "garanție SGR", "bacșiș", "Ștrudel", "5941234567899", "10001",
        "\u0001", "\u001F\u0010", "\u007F", "EUR", "497050", "Footer", "Unit_name", "ExchangeRate", "valVat", "NF",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The commands that the page documents.</summary>
    public static IReadOnlyList<int> Commands { get; } = [.. ByCommand.Select(command => command.Key).Order()];

    public int Below(int limit) => _random.Next(limit);

    /// <summary>The next command with its DATA.</summary>
    public (int Command, string Data) Next()
    {
        var command = Commands[_random.Next(Commands.Count)];
        if (OneIn(40)) command = _random.Next(1, 300);
        var examples = ByCommand[command].ToArray();
        string[] fields = examples.Length == 0 || OneIn(3)
            ? [.. Enumerable.Range(0, _random.Next(MostFields)).Select(_ => Field())]
            : Spoilt(examples[_random.Next(examples.Length)]);
        var data = string.Concat(fields.Select(field => field + "\t"));
        return (command, OneIn(20) && data.Length > 0 ? data[..^1] : data);
    }

    private string[] Spoilt(string[] fields)
    {
        string[] spoilt = [.. fields];
        for (var times = _random.Next(3); times > 0 && spoilt.Length > 0; times--)
        {
            var at = _random.Next(spoilt.Length);
            if (OneIn(6)) spoilt = [.. spoilt[..at], .. spoilt[(at + 1)..]];
            else if (OneIn(6)) spoilt = [.. spoilt[..at], Field(), .. spoilt[at..]];
            else spoilt[at] = Field();
        }

        return spoilt;
    }

    private string Field() => _random.Next(8) switch
    {
        0 => _random.Next(-3, 3200).ToString(CultureInfo.InvariantCulture),
        1 => (_random.Next(-500, 100_000) / 100m).ToString(CultureInfo.InvariantCulture),
        2 => new string((char)_random.Next(' ', '~'), _random.Next(LongestText)),
        _ => Words[_random.Next(Words.Length)],
    };

    private bool OneIn(int count) => _random.Next(count) == 0;

    private static IEnumerable<(int, string[])> ReadExamples()
    {
        var isExample = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "reference", "datecs.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isExample = line.StartsWith("```frames", StringComparison.Ordinal);
            else if (isExample && Command().Match(line) is { Success: true } match)
                yield return (int.Parse(match.Groups[1].Value), match.Groups[2].Value.Replace("\\t", "\t").Split('\t').SkipLast(1).ToArray());
        }
    }

    [GeneratedRegex("^([0-9]+),?(.*)$")]
    private static partial Regex Command();
}
