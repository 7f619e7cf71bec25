using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Supervision;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Supervision;

/// <summary>A supervisor over modelled memory, clock and watchdog; its program does what a test says.</summary>
internal sealed class SupervisedRegister : ISupervised, IRestart
{
    private readonly Mb85rsModel _chip;
    private readonly Tps3823Watchdog _fed;

    public SupervisedRegister()
    {
        _chip = new Mb85rsModel(Cells, Power);
        Clock = new Ds3231Model(new VirtualCivilTime(Time, new DateTime(2026, 11, 25, 9, 0, 0)));
        new Ds3231Clock(Clock).Set(new DateTime(2026, 11, 25, 9, 0, 0));
        Watchdog = new WatchdogModel(Time);
        _fed = new Tps3823Watchdog(Watchdog);
        SwitchOn();
    }

    public VirtualTime Time { get; } = new();

    public PowerSupply Power { get; } = new();

    public RamStore Cells { get; } = new(Mb85rsModel.Size);

    public Ds3231Model Clock { get; }

    public WatchdogModel Watchdog { get; }

    public Supervisor Supervisor { get; private set; } = null!;

    public FaultLog Faults { get; private set; } = null!;

    /// <summary>What the start does.</summary>
    public Action Starts { get; set; } = () => { };

    /// <summary>What a turn does.</summary>
    public Action Turns { get; set; } = () => { };

    public int Restarts { get; private set; }

    public int StoppedTold { get; private set; }

    /// <summary>The watchdog would have reset the board at some time.</summary>
    public bool WatchdogBit { get; private set; }

    /// <summary>Takes the memory from the bus, or puts it back.</summary>
    public bool MemoryConnected { set => _chip.Connected = value; }

    /// <summary>Switches on, by hand or by a restart: RAM is lost.</summary>
    public void SwitchOn()
    {
        var memory = new Mb85rsFram(_chip);
        Faults = new FaultLog(memory);
        Supervisor = new Supervisor(this, Faults, Time, new Ds3231Clock(Clock), _fed, this);
    }

    /// <summary>Steps for some virtual time, 10 ms each.</summary>
    public void Run(TimeSpan time)
    {
        var end = Time.NowMicroseconds + (long)time.TotalMicroseconds;
        while (Time.NowMicroseconds < end)
        {
            Supervisor.Step();
            WatchdogBit |= Watchdog.Expired;
            Time.AdvanceTo(Time.NowMicroseconds + 10_000);
        }
    }

    public void Start() => Starts();

    public bool Turn()
    {
        _fed.Feed();
        Turns();
        return true;
    }

    public void Stopped()
    {
        StoppedTold++;
        throw new InvalidOperationException("the display is broken as well");
    }

    public void Restart()
    {
        Restarts++;
        SwitchOn();
    }
}
