using System.Globalization;
using System.Text;
using Nf.Emulator.FiscalNet;

namespace Nf.Emulator.Scripts;

/// <summary>Reads a script of host commands, one a line: <c>49,Pâine\t2\t4.50\t</c>.</summary>
public sealed class ScriptReader
{
    /// <summary>The largest script, bytes.</summary>
    public const int SizeMost = 1 << 20;

    /// <summary>The most commands and moves of the clock that a script may come to, repeats counted out.</summary>
    public const long StepsMost = 1_000_000;

    /// <summary>The most repeats inside one another.</summary>
    public const int DepthMost = 8;

    private const int TimesMost = 1_000_000;
    private const int NumberMost = 0xFFFF;

    private readonly List<ScriptStep> _steps = [];
    private readonly Stack<ScriptStep.Repeat> _open = new();
    private SourceLine? _comment;
    private long _count;

    private ScriptReader()
    {
    }

    private List<ScriptStep> Steps => _open.TryPeek(out var repeat) ? repeat.Steps : _steps;

    /// <summary>The file is a script, by its first line that is not blank and does not move the clock.</summary>
    public static bool IsScript(ReadOnlySpan<byte> content)
    {
        foreach (var line in PosText.Decode(content).EnumerateLines())
        {
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '@') return char.IsAsciiDigit(text[0]) || text[0] is '*' or ':' or '{';
        }

        return false;
    }

    /// <summary>Reads a whole script.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="content">Its bytes: UTF-8, UTF-16 with a mark, else Windows-1250.</param>
    /// <exception cref="ScriptException">A line is wrong; the first one that is.</exception>
    public static IReadOnlyList<ScriptStep> Read(string file, ReadOnlySpan<byte> content)
    {
        if (content.Length > SizeMost) throw new ScriptException(new SourceLine(file, 1), $"the script has more than {SizeMost} bytes; split it");
        var reader = new ScriptReader();
        var number = 0;
        foreach (var line in PosText.Decode(content).Split('\n'))
        {
            var source = new SourceLine(file, ++number);
            reader.Take(reader.WithoutComments(line.TrimEnd('\r'), source).Trim(' '), source);
        }

        reader.End();
        return reader._steps;
    }

    private void Take(string text, SourceLine source)
    {
        if (text.Length == 0) return;
        if (text[0] == '*') Begin(text[1..], source);
        else if (text[0] == ':') Close(text[1..].Trim(), source);
        else Add(text[0] == '@' ? Clock(text[1..], source) : Command(text, source), source);
    }

    private void Add(ScriptStep step, SourceLine source)
    {
        Steps.Add(step);
        Count(1, source);
    }

    private string WithoutComments(string line, SourceLine source)
    {
        var kept = new StringBuilder();
        for (var at = 0; at < line.Length;)
        {
            var end = line.IndexOf(_comment is null ? '{' : '}', at);
            if (_comment is null) kept.Append(end < 0 ? line.AsSpan(at) : line.AsSpan(at, end - at));
            if (end < 0) break;
            _comment = _comment is null ? source : null;
            at = end + 1;
        }

        return kept.ToString();
    }

    private static ScriptStep.Send Command(string text, SourceLine source)
    {
        var comma = text.IndexOf(',');
        var digits = (comma < 0 ? text : text[..comma]).TrimEnd(' ');
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            throw new ScriptException(source, $"'{Short(digits)}' is not a command's number; expected number,data or *times,label or :label or {{comment}} or @time");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > NumberMost)
            throw new ScriptException(source, $"the command's number {Short(digits)} is not from 0 to {NumberMost}");
        var data = comma < 0 ? "" : text[(comma + 1)..].Replace(@"[\t]", "\t").Replace(@"\t", "\t");
        if (data.Any(c => char.IsControl(c) && c != '\t')) throw new ScriptException(source, "a control character in the line");
        var command = new HostCommand(number, data, source);
        if (!command.FitsFrame) throw new ScriptException(source, $"more than {HostCommand.DataMost} bytes of data, which is all that the host protocol can carry");
        return new ScriptStep.Send(command);
    }

    private static ScriptStep.MoveClock Clock(string text, SourceLine source)
    {
        const string format = FiscalNetLine.Clock.Format;
        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            throw new ScriptException(source, $"'{Short(text)}' is not a time; expected @{format}");
        return new ScriptStep.MoveClock(source, time);
    }

    private void Begin(string text, SourceLine source)
    {
        var comma = text.IndexOf(',');
        var label = comma < 0 ? "" : text[(comma + 1)..].Trim();
        if (label.Length == 0) throw new ScriptException(source, "a repeat has the form *times,label");
        if (!int.TryParse(text[..comma].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var times) || times is < 1 or > TimesMost)
            throw new ScriptException(source, $"a repeat is from 1 to {TimesMost} times, not '{Short(text[..comma])}'");
        if (_open.Count == DepthMost) throw new ScriptException(source, $"more than {DepthMost} repeats inside one another");
        var repeat = new ScriptStep.Repeat(source, times, label);
        Steps.Add(repeat);
        _open.Push(repeat);
    }

    private void Close(string label, SourceLine source)
    {
        if (!_open.TryPop(out var repeat)) throw new ScriptException(source, $"':{Short(label)}' ends a repeat, and none is open");
        if (repeat.Label == label) Count(repeat.Times * repeat.CountOnce, repeat.Source);
        else throw new ScriptException(source, $"':{Short(label)}' where the repeat of line {repeat.Source.Number} ends with ':{Short(repeat.Label)}'");
    }

    // One time is bounded as the whole is, so no product of the two overflows.
    private void Count(long steps, SourceLine source)
    {
        var total = _open.TryPeek(out var repeat) ? repeat.CountOnce += steps : _count += steps;
        if (total > StepsMost) throw new ScriptException(source, $"the script comes to more than {StepsMost} commands; repeat less");
    }

    private void End()
    {
        if (_comment is { } comment) throw new ScriptException(comment, "the comment '{' is not ended by '}'");
        if (_open.TryPop(out var repeat)) throw new ScriptException(repeat.Source, $"the repeat is not ended by ':{Short(repeat.Label)}'");
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "...";
}
