using Nf.Emulator.Rig.Settings;

namespace Nf.Emulator.Rig.Switches;

/// <summary>A channel of the relay board.</summary>
internal sealed class RelaySwitch(RelayBoard relay, SwitchSettings settings) : IRigSwitch
{
    /// <inheritdoc/>
    public void Set(bool on) => relay.Set(settings.Channel, on != settings.Released);
}
