using Nf.Firmware;
using Nf.Hal.Devices;

namespace Nf.Boards;

/// <summary>What a board is made of, as <see cref="BoardProgram"/> asks for it.</summary>
/// <remarks><see cref="Open"/> makes what the supervisor needs, <see cref="Wire"/> all else, whose faults the supervisor catches.</remarks>
public interface IBoardWiring
{
    IUptime Uptime { get; }

    IClock Clock { get; }

    IWatchdog Watchdog { get; }

    /// <summary>The working memory, whose first bytes keep the last fault.</summary>
    IWorkingMemory WorkingMemory { get; }

    /// <summary>The customer's display; null before <see cref="Wire"/>.</summary>
    ICustomerDisplay Display { get; }

    /// <summary>Gives the buses their pins and opens clock, watchdog and working memory.</summary>
    void Open();

    /// <summary>Opens everything else.</summary>
    RegisterDevices Wire();

    /// <summary>Throws what ended a thread that the board has beside the loop.</summary>
    void Check();
}
