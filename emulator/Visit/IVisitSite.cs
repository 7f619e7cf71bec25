using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;

namespace Nf.Emulator.Visit;

/// <summary>A register as a technician stands before it: one that was switched on for the visit, or one that lives.</summary>
public interface IVisitSite
{
    /// <summary>A line has come out of the printer.</summary>
    event Action<PaperLine>? Printed;

    /// <summary>The root of the drive in the register's slot, as a folder.</summary>
    string DriveFolder { get; }

    /// <summary>Does something with the machine while it rests.</summary>
    Task<T> AskAsync<T>(Func<RegisterMachine, T> work);

    /// <summary>Lets the register go on by itself until a condition holds.</summary>
    /// <param name="most">The register's time that it may take.</param>
    /// <returns>False when it did not within that time.</returns>
    Task<bool> WaitAsync(Func<RegisterMachine, bool> condition, TimeSpan most);
}
