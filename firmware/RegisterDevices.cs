using Nf.Firmware.Supervision;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware;

/// <summary>The hardware that a register is made of, as its board wires it.</summary>
public sealed class RegisterDevices
{
    public IPrinter Printer { get; set; }

    public ICashDrawer Drawer { get; set; }

    public IFiscalMemory FiscalMemory { get; set; }

    public IWorkingMemory WorkingMemory { get; set; }

    public IJournalMedium Journal { get; set; }

    /// <summary>Null on a board without a port for removable drives.</summary>
    public IExternalMedium External { get; set; }

    public IClock Clock { get; set; }

    public ICustomerDisplay Display { get; set; }

    public IHostLine Host { get; set; }

    public IWatchdog Watchdog { get; set; }

    public IUptime Uptime { get; set; }

    public IServiceSwitch ServiceSwitch { get; set; }

    /// <summary>Version of the program that runs: this source's, unless one program stands for several, as in the emulator.</summary>
    public string Program { get; set; } = Version.Number;

    /// <summary>Where a new program is put. Null on a register that knows no updates.</summary>
    public IFirmwareSlot Firmware { get; set; }

    /// <summary>The online module's own memory: keys, certificates, configuration, outbox. Null on a register without the module.</summary>
    public IWorkingMemory ModuleMemory { get; set; }

    /// <summary>Null on a register without the online module.</summary>
    public ICryptoModule Crypto { get; set; }

    /// <summary>What the supervisor kept of faults, for the self-diagnosis; null without a supervisor.</summary>
    public FaultLog Faults { get; set; }

    /// <summary>Who hashes passwords; a board with native code for it passes that.</summary>
    public ICryptoPrimitives Primitives { get; set; } = new SoftwarePrimitives();

    /// <summary>The ways out to the network that the board has, at most one of each kind; empty on a register without.</summary>
    public INetworkLink[] Links { get; set; } = new INetworkLink[0];
}
