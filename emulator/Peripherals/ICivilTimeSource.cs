namespace Nf.Emulator.Peripherals;

/// <summary>What the clock chip counts: civil time that goes on from where it was set.</summary>
public interface ICivilTimeSource
{
    /// <summary>Civil time now, of no time zone.</summary>
    DateTime Now { get; }

    /// <summary>Goes on from here.</summary>
    void Set(DateTime time);
}
