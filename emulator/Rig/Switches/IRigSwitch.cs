namespace Nf.Emulator.Rig.Switches;

/// <summary>Something at the board that is on or off: its power, the technician's switch, a button.</summary>
internal interface IRigSwitch
{
    /// <summary>Switches it.</summary>
    /// <exception cref="Serial.PortException">The relay board is not there.</exception>
    /// <exception cref="SwitchException">The command failed.</exception>
    void Set(bool on);
}
