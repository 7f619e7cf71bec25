using Nf.Emulator.FiscalNet;

namespace Nf.Emulator.Scripts;

/// <summary>What a script says in one place.</summary>
public abstract record ScriptStep(SourceLine Source)
{
    /// <summary>One command.</summary>
    public sealed record Send(HostCommand Command) : ScriptStep(Command.Source);

    /// <summary><c>@</c>: moves the virtual clock forward to a local time.</summary>
    public sealed record MoveClock(SourceLine Source, DateTime Time) : ScriptStep(Source);

    /// <summary><c>*times,label</c> to <c>:label</c>.</summary>
    public sealed record Repeat(SourceLine Source, int Times, string Label) : ScriptStep(Source)
    {
        /// <summary>What is repeated.</summary>
        public List<ScriptStep> Steps { get; } = [];

        /// <summary>How many commands and moves of the clock one time comes to.</summary>
        public long CountOnce { get; set; }
    }

    /// <summary>The commands and moves in the order in which they are carried out.</summary>
    public static IEnumerable<ScriptStep> Unroll(IReadOnlyList<ScriptStep> steps)
    {
        foreach (var step in steps)
        {
            if (step is not Repeat repeat) yield return step;
            // A repeat of nothing would go round for nothing.
            else if (repeat.CountOnce > 0)
                for (var i = 0; i < repeat.Times; i++)
                    foreach (var inner in Unroll(repeat.Steps)) yield return inner;
        }
    }
}
