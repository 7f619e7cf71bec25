using System.Text.Json;
using Nf.Emulator.Conformity;

namespace Nf.Emulator.Commands;

/// <summary><c>nf conformity</c>: the law's rules, where each is done, and which tests show it.</summary>
internal static class ConformityCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static int Run(string[] tests, bool markdown, bool json)
    {
        var files = tests.Length > 0 ? tests : BuiltTests.Find(Environment.CurrentDirectory);
        var shown = new ShownBy();
        foreach (var file in files) Read(shown, file);
        if (markdown) ConformityPage.Write(RuleTable.Rules, shown, Console.Out);
        else if (json) Console.WriteLine(JsonSerializer.Serialize(RuleTable.Rules.Select(rule => Row(rule, shown)), Json));
        else WriteText(shown, files);
        return ExitCode.Ok;
    }

    private static void WriteText(ShownBy shown, IEnumerable<string> files)
    {
        ConformityText.Write(RuleTable.Rules, shown, Console.Out);
        foreach (var file in files) Console.WriteLine($"Tests read from {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
    }

    private static object Row(Rule rule, ShownBy shown) => new
    {
        rule.Article,
        Kind = ConformityText.Word(rule.Kind),
        rule.Where,
        Rule = rule.Text,
        rule.Note,
        Tests = shown[rule.Article],
    };

    private static void Read(ShownBy shown, string file)
    {
        try
        {
            shown.Add(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw new InputException($"cannot read the tests in '{file}' ({e.Message.TrimEnd('.')}): name a built test assembly with --tests");
        }
    }
}
