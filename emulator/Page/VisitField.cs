namespace Nf.Emulator.Page;

/// <summary>A field of the visit's form.</summary>
/// <param name="label">What stands beside it.</param>
/// <param name="value">What it holds at first.</param>
/// <param name="type">The HTML input's type.</param>
/// <param name="isNeeded">It may not be empty.</param>
public sealed class VisitField(string label, string value, string type = "text", bool isNeeded = true)
{
    internal string Label { get; } = label;

    internal string Type { get; } = type;

    internal bool IsNeeded { get; } = isNeeded;

    internal string Value { get; set; } = value;
}

/// <summary>Fields that belong together.</summary>
public sealed record VisitGroup(string Title, IReadOnlyList<VisitField> Fields);
