using Nf.Emulator.FiscalNet.Folder;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Commands;

/// <summary>The register that files are played into: one in RAM, or one in a state directory.</summary>
public sealed class PlayRegister : IDisposable
{
    private readonly StoredRegister? _stored;
    private readonly ClockFile? _clock;
    private readonly VirtualCivilTime _civil;
    private readonly PaperRoll? _roll;
    private readonly FolderDesk? _folder;
    private readonly DateTime? _firstTime;

    private PlayRegister(Hardware hardware, VirtualCivilTime civil, DateTime? firstTime, StoredRegister? stored, ClockFile? clock, PaperRoll? roll, FolderDesk? folder)
    {
        Machine = new RegisterMachine(hardware);
        Host = new DatecsClient(new MachineChannel(Machine));
        _civil = civil;
        _firstTime = firstTime;
        _stored = stored;
        _clock = clock;
        _roll = roll;
        _folder = folder;
    }

    public RegisterMachine Machine { get; }

    /// <summary>The host line.</summary>
    public DatecsClient Host { get; }

    /// <summary>What the register's clock shows.</summary>
    public DateTime Now => _civil.Now;

    /// <summary>A line has come out of the printer.</summary>
    public event Action<PaperLine>? Printed
    {
        add
        {
            if (_stored is not null) _stored.Printed += value;
            if (_roll is not null) _roll.Appended += value;
        }

        remove
        {
            if (_stored is not null) _stored.Printed -= value;
            if (_roll is not null) _roll.Appended -= value;
        }
    }

    // A register that is not fiscalised yet gets demo data.
    private bool MakesNew { get; init; } = true;

    /// <summary>A new register in RAM.</summary>
    public static PlayRegister OfItsOwn(DateTime? firstTime)
    {
        var time = new VirtualTime();
        var civil = new VirtualCivilTime(time, firstTime ?? ClockBase.Romania(TimeProvider.System).Civil);
        var power = new PowerSupply();
        var roll = new PaperRoll();
        var flash = new RamStore(Hardware.FiscalMemorySize, 0xFF);
        var hardware = new Hardware(power, flash, new RamStore(Mb85rsModel.Size), new MemoryCard(power), roll, time, civil);
        return new PlayRegister(hardware, civil, firstTime, null, null, roll, null);
    }

    /// <summary>The register in a state directory; a new one where there is none.</summary>
    public static PlayRegister Stored(string path, DateTime? firstTime) => In(StateDirectory.Open(path, createIfMissing: true), firstTime, makesNew: true);

    /// <summary>The register in a state directory as it is: none is made, and one that is not fiscalised stays so.</summary>
    /// <exception cref="StateException">There is none.</exception>
    public static PlayRegister Existing(string path) => In(StateDirectory.Open(path, createIfMissing: false), null, makesNew: false);

    /// <summary>Switches on; a new register gets its clock set to the first time of the input and is fiscalised then.</summary>
    /// <exception cref="StateException">The register is blocked by what start-up found.</exception>
    public void SwitchOn()
    {
        var error = Machine.PowerOn();
        // What became of a file that an earlier run took from a folder is found out before others use the register.
        _folder?.Resolve(Machine);
        if (error == FiscalError.None && MakesNew && !Machine.Register.Identity.IsFiscalised)
        {
            if (_firstTime is { } first) _civil.Set(first);
            error = Machine.Register.Fiscalise(DemoShop.Order());
        }

        if (error == FiscalError.None || !MakesNew && error == FiscalError.NotFiscalised) return;
        throw new StateException(StateProblem.Damaged, $"the register is blocked: {(int)error} {FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}");
    }

    /// <summary>Finishes what is being printed, then lets the clock go forward to a moment.</summary>
    public void MoveClock(DateTime moment) => ClockMove.To(Machine, _civil, moment);

    /// <summary>Finishes what is being printed; the clock goes on from here by its battery.</summary>
    public void SwitchOff()
    {
        Machine.RunToRest();
        KeepClock();
    }

    /// <summary>Stores the clock, which this process's death must not turn back: its battery does not know of it.</summary>
    public void KeepClock() => _clock?.Save(new ClockBase(_civil.Now, TimeProvider.System.GetUtcNow().UtcDateTime));

    public void Dispose() => _stored?.Dispose();

    private static PlayRegister In(StateDirectory directory, DateTime? firstTime, bool makesNew)
    {
        var clock = new ClockFile(directory.ClockPath);
        var kept = clock.Load();
        var time = new VirtualTime();
        var now = kept is { } k ? new WallCivilTime(k, TimeProvider.System).Now : firstTime ?? ClockBase.Romania(TimeProvider.System).Civil;
        var civil = new VirtualCivilTime(time, now);
        var stored = StoredRegister.Open(directory, time, civil);
        return new PlayRegister(stored.Hardware, civil, firstTime, stored, clock, null, new FolderDesk(new FolderJournal(directory))) { MakesNew = makesNew };
    }
}
