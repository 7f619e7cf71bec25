using System.Text;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;

namespace Nf.Emulator.Scenarios.Bench;

/// <summary>The emulated register in this process, on virtual time.</summary>
public sealed class EmulatorBench : IScenarioBench
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_begins = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_sending = TimeSpan.FromMinutes(15);

    // The technician was there before the shop opens.
    private static readonly TimeSpan s_preparation = TimeSpan.FromMinutes(10);

    private readonly RegisterMachine _machine;
    private readonly EmulatorPower _power;
    private readonly EmulatorAnaf? _anaf;
    private readonly VirtualCivilTime _civil;
    private readonly MemoryCard _card;
    private readonly RamStore _fram = new(Mb85rsModel.Size);
    private readonly List<string> _paper = [];
    private readonly List<(BenchFault Fault, int Line)> _due = [];
    private readonly long _started;

    /// <summary>A new register, fiscalised and switched on.</summary>
    public EmulatorBench(BenchOrder order)
    {
        var time = new VirtualTime();
        var supply = new PowerSupply();
        var roll = new PaperRoll();
        _civil = new VirtualCivilTime(time, order.Start - s_preparation);
        _card = new MemoryCard(supply);
        if (order.Profile == 1) _anaf = new EmulatorAnaf(supply, time, _civil, order.Way);
        var hardware = new Hardware(supply, new RamStore(Hardware.FiscalMemorySize, 0xFF), _fram, _card, roll, time, _civil) { Online = _anaf?.Online };
        var random = new Random(order.Seed);
        _machine = new RegisterMachine(hardware) { TurnTime = () => random.Next(20, 200) };
        _power = new EmulatorPower(_machine);
        Line = new EmulatorLine(_machine, _power);
        Prepare();
        _civil.Set(order.Start);
        _started = time.NowMicroseconds;
        roll.Appended += Printed;
    }

    /// <inheritdoc/>
    public BenchAbilities Can => BenchAbilities.Power | BenchAbilities.CutAtWrite | BenchAbilities.Clock | BenchAbilities.Display
        | BenchAbilities.PrinterFaults | BenchAbilities.DisplayFaults | BenchAbilities.CardFaults | BenchAbilities.DriveFaults | BenchAbilities.ServiceSwitch
        | BenchAbilities.Journal | BenchAbilities.Drive | BenchAbilities.MemoryLoss
        | (_anaf is null ? BenchAbilities.None : BenchAbilities.Anaf | BenchAbilities.NetworkFaults);

    /// <inheritdoc/>
    public IHostChannel Line { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Paper => _paper;

    /// <inheritdoc/>
    public TimeSpan Elapsed => TimeSpan.FromMicroseconds(_machine.Hardware.Time.NowMicroseconds - _started);

    /// <inheritdoc/>
    public bool IsOn => _power.IsOn;

    /// <inheritdoc/>
    public (string Upper, string Lower) Display => (_machine.Hardware.Display.Upper, _machine.Hardware.Display.Lower);

    /// <inheritdoc/>
    public DateTime Clock => _civil.Now;

    /// <inheritdoc/>
    public IReadOnlyList<string> DriveFiles => ((MemoryDrive)_machine.Hardware.Drive).Names;

    /// <inheritdoc/>
    public IReadOnlyList<AnafMail> Mail => _anaf?.Mail ?? [];

    /// <inheritdoc/>
    public void Wait(TimeSpan time) => _power.Run(() => false, time);

    /// <inheritdoc/>
    public void Settle()
    {
        if (!IsOn) return;
        _power.Run(() => !IsOn || _machine.AtRest || !_machine.Moves, s_rest);
        if (_anaf is null) return;
        // A message begins a little after its document.
        Wait(s_begins);
        _power.Run(() => !IsOn || (_machine.Register.Reporting.Maker.IsDone && _machine.Register.IsOnlineQuiet), s_sending);
        _power.Run(() => !IsOn || _machine.AtRest || !_machine.Moves, s_rest);
    }

    /// <inheritdoc/>
    public bool WaitForRest(TimeSpan most) => _power.Run(() => IsOn && _machine.AtRest, most);

    /// <inheritdoc/>
    public void SwitchOn() => _power.SwitchOn();

    /// <inheritdoc/>
    public void CutPower() => _power.Cut();

    /// <inheritdoc/>
    public void CutPowerAfter(TimeSpan time) => _power.CutAfter(time);

    /// <inheritdoc/>
    public void CutPowerAt(WriteCut cut) => _power.CutAt(cut);

    /// <inheritdoc/>
    public void Set(BenchFault fault, bool on)
    {
        if (_anaf?.Set(fault, on) != true) EmulatorHands.Set(_machine.Hardware, fault, on);
    }

    /// <inheritdoc/>
    public void SetAfterLines(BenchFault fault, int lines) => _due.Add((fault, _paper.Count + lines));

    /// <inheritdoc/>
    public void SetServiceSwitch(bool on) => _machine.Hardware.ServiceJumper.Closed = on;

    /// <inheritdoc/>
    public void MoveClock(DateTime moment, bool passes)
    {
        if (passes && IsOn) _power.Guard(() => ClockMove.To(_machine, _civil, moment));
        else _civil.Set(moment);
        Wait(TimeSpan.FromSeconds(1));
    }

    /// <inheritdoc/>
    public void LoseWorkingMemory() => _fram.Write(0, new byte[Mb85rsModel.Size]);

    /// <inheritdoc/>
    public string? JournalFile(string name)
    {
        var length = _card.Length(name);
        if (length < 0) return null;
        var bytes = new byte[length];
        _card.Read(name, 0, bytes, 0, length);
        return Encoding.UTF8.GetString(bytes);
    }

    public void Dispose() => _anaf?.Dispose();

    private void Prepare()
    {
        _power.SwitchOn();
        _machine.Register.Fiscalise(DemoShop.Order());
        _anaf?.Provision(_machine.Hardware, new DatecsClient(Line, 0x20), Settle);
        Settle();
    }

    // A hand acts between two lines, as the printer's own work goes on.
    private void Printed(PaperLine line)
    {
        _paper.AddRange(PaperText.Render(line, Hardware.PaperColumns).Split('\n'));
        foreach (var (fault, _) in _due.Where(due => _paper.Count >= due.Line)) Set(fault, true);
        _due.RemoveAll(due => _paper.Count >= due.Line);
    }
}
