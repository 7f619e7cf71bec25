using Nf.Emulator.FiscalNet;

namespace Nf.Emulator.Commands;

/// <summary>One thing that an input asks for.</summary>
public interface IPlayStep
{
    /// <summary>Has it done.</summary>
    /// <returns>False: nothing more may be played.</returns>
    bool PlayBy(Player player);
}

/// <summary>A FiscalNet document with the commands that it comes to.</summary>
public sealed record PlayStep(FiscalNetDocument Document, IReadOnlyList<HostCommand> Commands) : IPlayStep
{
    /// <inheritdoc/>
    public bool PlayBy(Player player) => player.Play(this);
}

/// <summary>A command of a script.</summary>
public sealed record CommandStep(HostCommand Command) : IPlayStep
{
    /// <inheritdoc/>
    public bool PlayBy(Player player) => player.Send(Command);
}

/// <summary>The clock moves forward.</summary>
public sealed record ClockStep(SourceLine Source, DateTime Time) : IPlayStep
{
    /// <inheritdoc/>
    public bool PlayBy(Player player) => player.MoveClock(Source, Time);
}
