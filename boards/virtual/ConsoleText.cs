using System;

namespace Nf.Boards.Virtual;

/// <summary>Lines on the console: the debugger's window of a board, the terminal of a desktop.</summary>
public sealed class ConsoleText : ITextOutput
{
    /// <inheritdoc/>
    public void Line(string text) => Console.WriteLine(text);
}
