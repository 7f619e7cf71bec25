using System.Globalization;

namespace Nf.Emulator.FiscalNet;

/// <summary>The values of one line, between its <c>^</c> marks, read with errors that name the value and the line.</summary>
internal sealed class LineFields
{
    private readonly string[] _values;
    private readonly string _mark;

    /// <summary>Splits what follows the mark. One <c>^</c> at the end says nothing and may be left out.</summary>
    public LineFields(SourceLine source, string mark, string rest)
    {
        Source = source;
        _mark = mark;
        if (rest.EndsWith('^')) rest = rest[..^1];
        _values = rest.Length == 0 ? [] : rest.Split('^');
    }

    /// <summary>The line that they stand in.</summary>
    public SourceLine Source { get; }

    /// <summary>How many there are.</summary>
    public int Count => _values.Length;

    /// <summary>Insists on their number.</summary>
    /// <param name="form">The whole line's form, for the message.</param>
    public LineFields Expect(int least, int most, string form)
    {
        if (Count < least || Count > most) throw Error($"{Count} values after {_mark}^; expected {form}");
        return this;
    }

    /// <summary>A text that is not blank.</summary>
    public string Words(int index, string what)
    {
        if (string.IsNullOrWhiteSpace(_values[index])) throw Error($"the {what} is missing");
        return _values[index];
    }

    /// <summary>A whole number, digits only.</summary>
    public long Number(int index, string what, long least, long most)
    {
        var text = _values[index];
        if (text.Length == 0 || !text.All(char.IsAsciiDigit)) throw Error($"the {what} '{text}' is not a whole number");
        var fits = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!fits || number < least || number > most) throw Error($"the {what} {text} is not from {least} to {most}");
        return number;
    }

    private FiscalNetException Error(string problem) => new(Source, problem);
}
