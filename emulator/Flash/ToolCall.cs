namespace Nf.Emulator.Flash;

/// <summary>One call of the flashing tool.</summary>
/// <param name="Purpose">What it does, for people.</param>
/// <param name="Arguments">What the tool is told.</param>
public sealed record ToolCall(string Purpose, IReadOnlyList<string> Arguments)
{
    /// <summary>As one would type it.</summary>
    public string Line => $"{FlashTool.Name} {string.Join(' ', Arguments.Select(Quoted))}";

    private static string Quoted(string argument) => argument.Contains(' ') ? $"\"{argument}\"" : argument;
}
