namespace Nf.Emulator.Machine;

/// <summary>A model that does things by itself as time passes: a printer that finishes a line, for instance.</summary>
public interface IPeripheral
{
    /// <summary>When it next does something, in microseconds of <see cref="VirtualTime"/>; long.MaxValue for never.</summary>
    long NextEvent { get; }

    /// <summary>Does everything that is due by now.</summary>
    void Advance(long nowMicroseconds);
}
