namespace Nf.Emulator.Rig.Settings;

/// <summary>A rig as its file describes it (docs/reference/rig.md).</summary>
/// <param name="File">The file.</param>
/// <param name="Host">The POS program's line.</param>
/// <param name="Printer">The printer's line.</param>
/// <param name="Display">The display's line; null for none.</param>
/// <param name="Modem">The modem's line; null for none.</param>
/// <param name="Relay">The relay board's port; null for none.</param>
/// <param name="Power">What switches the board's power; null for nothing.</param>
/// <param name="ServiceSwitch">What moves the technician's switch; null for nothing.</param>
/// <param name="Reset">What presses the reset button; null for nothing.</param>
/// <param name="NewRegister">What makes the register new before each story; null: stories play on the register as it is.</param>
/// <param name="Timeouts">How long the rig waits at most.</param>
public sealed record RigSettings(string File, LineSettings Host, PrinterSettings Printer, LineSettings? Display, LineSettings? Modem,
    LineSettings? Relay, SwitchSettings? Power, SwitchSettings? ServiceSwitch, SwitchSettings? Reset, SwitchSettings? NewRegister, RigTimeouts Timeouts);

/// <summary>A serial port of the rig.</summary>
/// <param name="Line">Line of the file that it stands in, from 1.</param>
/// <param name="Port">As <c>/dev/ttyUSB0</c> or <c>COM3</c>.</param>
/// <param name="Speed">In baud.</param>
public record LineSettings(int Line, string Port, int Speed);

/// <summary>The printer's line and what printer it is.</summary>
/// <param name="Columns">Characters on a line of its paper.</param>
/// <param name="Pace">How many times as fast as the reference printer it prints.</param>
public sealed record PrinterSettings(int Line, string Port, int Speed, int Columns, int Pace) : LineSettings(Line, Port, Speed);

/// <summary>Something that is on or off: by a relay's channel, or by commands.</summary>
/// <param name="Line">Line of the file that it stands in, from 1.</param>
/// <param name="Channel">The relay's channel, from 1; 0 for commands.</param>
/// <param name="Released">It is on while the relay is released.</param>
/// <param name="On">Command that switches it on; null with a relay.</param>
/// <param name="Off">Command that switches it off; null with a relay.</param>
public sealed record SwitchSettings(int Line, int Channel, bool Released, string? On, string? Off);

/// <summary>How long the rig waits at most.</summary>
/// <param name="Boot">From power to the board's first sign of life.</param>
/// <param name="Story">For a whole story.</param>
/// <param name="Command">For a command of the file to end.</param>
/// <param name="Quiet">The board is at rest when it has sent nothing to printer and host for so long.</param>
/// <param name="Probe">For an answer at another speed, when the board does not answer at its own.</param>
public sealed record RigTimeouts(TimeSpan Boot, TimeSpan Story, TimeSpan Command, TimeSpan Quiet, TimeSpan Probe)
{
    /// <summary>What holds when the file says nothing.</summary>
    public static RigTimeouts Usual { get; } = new(TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30),
        TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(1));
}
