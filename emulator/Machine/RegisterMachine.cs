using Nf.Emulator.Host;
using Nf.Emulator.Peripherals;
using Nf.Firmware;
using Nf.Firmware.Errors;
using Nf.Firmware.Supervision;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Emulator.Machine;

/// <summary>The whole register: firmware and drivers over modelled hardware, on virtual time, on one thread.</summary>
/// <remarks>
/// <code>var machine = new RegisterMachine(hardware); machine.PowerOn(); machine.RunToRest();</code>
/// After a <see cref="PowerCutException"/> the same hardware is switched on again by <see cref="PowerOn"/>.
/// </remarks>
public sealed class RegisterMachine : IHostPort
{
    /// <summary>Firmware's own timers are looked at this often while nothing else happens, microseconds.</summary>
    private const long IdleStep = 10_000;

    /// <summary>Longest time that work goes on without coming to rest, before it counts as standing still, microseconds.</summary>
    private const long PatienceTime = 30_000_000;

    /// <summary>The firmware does something sooner than this while the printer prints, microseconds; a cut takes longest.</summary>
    private const long StandstillTime = 3_000_000;

    private readonly Hardware _hardware;
    private readonly IPeripheral[] _peripherals;
    private Register? _register;
    private RegisterDevices? _devices;
    private long _workedAt;

    public RegisterMachine(Hardware hardware)
    {
        _hardware = hardware;
        _peripherals = [hardware.Printer, hardware.Display, .. hardware.Online?.Network?.Peripherals ?? []];
    }

    public Hardware Hardware => _hardware;

    /// <summary>What the last turn of the firmware's loop took, microseconds; asked once after each. A fast processor's unless set.</summary>
    public Func<long> TurnTime { get; set; } = () => 50;

    /// <summary>Version of the program on a board whose program changes by cable alone.</summary>
    public string Program { get; set; } = Firmware.Version.Number;

    /// <summary>The firmware that runs; a new one after each <see cref="PowerOn"/>.</summary>
    public Register Register => _register ?? throw new InvalidOperationException("the machine is switched off");

    /// <summary>Nothing received is unread and no document is under way.</summary>
    public bool AtRest => Register.IsAtRest && _hardware.HostWire.Available == 0;

    /// <summary>The document under way goes on by itself; one that stands still waits for a hand: for paper, a closed cover, a card.</summary>
    public bool Moves => _hardware.Time.NowMicroseconds - _workedAt < StandstillTime;

    /// <inheritdoc/>
    public bool Quiet => _hardware.HostWire.Available == 0 && Register.IsHostQuiet;

    /// <summary>Switches on, or off and on again: RAM, the printer's buffer and what is on the wires are lost.</summary>
    /// <returns>What start-up found wrong.</returns>
    public FiscalError PowerOn()
    {
        foreach (var wire in new[] { _hardware.HostWire, _hardware.PrinterWire, _hardware.DisplayWire }) wire.Clear();
        _hardware.Printer.Powered = false;
        _hardware.Printer.Powered = true;
        _hardware.Clock.PowerUp();
        _hardware.Online?.Network?.PowerUp();
        var program = _hardware.Firmware?.Start();
        _register = new Register(Devices(program));
        var error = _register.Start();
        RunUntil(() => (_hardware.Printer.Powered && PrinterAnswers()) || !_hardware.PrinterWire.Connected, 3_000_000);
        RunToRest();
        return error;
    }

    /// <summary>One turn of the firmware and of the models; time moves on.</summary>
    /// <param name="takesTime">False where time follows a clock: the turn itself takes none.</param>
    /// <returns>False when the firmware had nothing to do.</returns>
    public bool Turn(bool takesTime = true)
    {
        var worked = Register.Turn();
        var took = takesTime ? TurnTime() : 0;
        var now = _hardware.Time.NowMicroseconds;
        if (worked) _workedAt = now;
        var next = now + IdleStep;
        foreach (var peripheral in _peripherals) next = Math.Min(next, peripheral.NextEvent);
        _hardware.Time.AdvanceTo(worked ? now + took : Math.Max(next, now + took));
        foreach (var peripheral in _peripherals) peripheral.Advance(_hardware.Time.NowMicroseconds);
        return worked;
    }

    /// <summary>Runs until every command is answered and every document printed, or nothing moves any more.</summary>
    public void RunToRest() => RunUntil(() => AtRest, PatienceTime);

    /// <summary>Lets time pass while nothing is asked of the register.</summary>
    public void Idle(TimeSpan time)
    {
        var end = _hardware.Time.NowMicroseconds + (long)time.TotalMicroseconds;
        RunUntil(() => _hardware.Time.NowMicroseconds >= end, long.MaxValue);
    }

    /// <inheritdoc/>
    public void Receive(ReadOnlySpan<byte> bytes) => _hardware.HostWire.DeviceWrite(bytes);

    /// <inheritdoc/>
    public int Take(Span<byte> buffer) => _hardware.HostWire.DeviceRead(buffer);

    /// <summary>Turns until a condition holds.</summary>
    /// <returns>False when it did not within the time.</returns>
    public bool RunUntil(Func<bool> condition, long microseconds)
    {
        var start = _hardware.Time.NowMicroseconds;
        while (!condition())
        {
            if (_hardware.Time.NowMicroseconds - start >= microseconds) return false;
            Turn();
        }

        return true;
    }

    private bool PrinterAnswers() => (_devices!.Printer.Faults & PrinterFaults.NotConnected) == 0;

    // A program that cannot talk to the printer has it on a line that leads nowhere.
    private RegisterDevices Devices(ModelImage? program) => Devices(
        program?.Version ?? Program,
        new EscPosPrinter(program?.Fault == ImageFault.Printer ? new SerialWire { Connected = false } : _hardware.PrinterWire, _hardware.Time, _hardware.Columns),
        new Ds3231Clock(_hardware.Clock),
        new Mb85rsFram(_hardware.WorkingMemory),
        _hardware.Online is { } online ? new Mb85rsFram(online.Memory) : null);

    private RegisterDevices Devices(string program, EscPosPrinter printer, IClock clock, Mb85rsFram memory, Mb85rsFram? moduleMemory) => _devices = new RegisterDevices
    {
        Program = program,
        Firmware = _hardware.Firmware,
        Printer = printer,
        Drawer = printer,
        FiscalMemory = new W25qFlash(_hardware.FiscalMemory),
        WorkingMemory = memory,
        Faults = new FaultLog(memory),
        Journal = new CardJournal(_hardware.Card),
        External = new DriveMedium(_hardware.Drive),
        Clock = clock,
        Display = new Dm110Display(_hardware.DisplayWire),
        Host = new SerialHostLine(_hardware.HostWire),
        Watchdog = new Tps3823Watchdog(_hardware.Watchdog),
        Uptime = _hardware.Time,
        ServiceSwitch = new JumperSwitch(_hardware.ServiceJumper),
        Links = _hardware.Online?.Network?.Links(clock) ?? [],
        ModuleMemory = moduleMemory,
        Crypto = moduleMemory is null ? null : _hardware.Online!.StartCrypto(moduleMemory),
    };
}
