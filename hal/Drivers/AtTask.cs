namespace Nf.Hal.Drivers;

/// <summary>Something that uses a modem's channel, command by command, in turn with others.</summary>
internal abstract class AtTask
{
    /// <summary>Sends its next command, if it has one now; false leaves the channel free.</summary>
    internal abstract bool Begin();

    /// <summary>Its command is over.</summary>
    internal abstract void End(AtResult result);
}
