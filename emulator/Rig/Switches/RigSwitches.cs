using Nf.Emulator.Rig.Settings;

namespace Nf.Emulator.Rig.Switches;

/// <summary>The switches that a rig's file names.</summary>
internal sealed class RigSwitches(RigSettings settings) : IDisposable
{
    private readonly RelayBoard? _relay = settings.Relay is { } line ? new RelayBoard(line) : null;

    /// <summary>One of them; null when the file does not name it.</summary>
    public IRigSwitch? Of(SwitchSettings? one) => one switch
    {
        null => null,
        { Channel: > 0 } => new RelaySwitch(_relay!, one),
        _ => new CommandSwitch(one, settings.Timeouts.Command),
    };

    /// <inheritdoc/>
    public void Dispose() => _relay?.Dispose();
}
