using Nf.Emulator.Host;
using Nf.Emulator.Peripherals;
using Nf.Emulator.Rig.Lines;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Rig.Switches;
using Nf.Emulator.Scenarios.Bench;

namespace Nf.Emulator.Rig;

/// <summary>A board in a rig, for one story; it is made ready when the story first wants its line, so a story that is skipped costs nothing.</summary>
internal sealed class RigBench : IScenarioBench
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(30);

    private readonly RigSettings _settings;
    private readonly RigLines _lines;
    private readonly RigMachine _machine;
    private readonly RigPower _power;
    private readonly RigChannel _channel;
    private readonly RigSwitches _switches;
    private readonly IRigSwitch? _service;
    private readonly BenchOrder _order;
    private readonly List<string> _paper = [];
    private readonly List<(BenchFault Fault, int Line)> _due = [];
    private TimeSpan? _started;

    public RigBench(RigSettings settings, RigLines lines, BenchOrder order)
    {
        (_settings, _lines, _order) = (settings, lines, order);
        _switches = new RigSwitches(settings);
        _machine = new RigMachine(lines, settings);
        _channel = new RigChannel(_machine, lines);
        _power = new RigPower(_machine, lines, settings, _switches);
        _service = _switches.Of(settings.ServiceSwitch);
        _machine.EachTurn = _power.CutWhenDue;
        _machine.Roll.Appended += Printed;
    }

    /// <inheritdoc/>
    public BenchAbilities Can => RigAbilities.Of(_settings);

    /// <inheritdoc/>
    public IHostChannel Line
    {
        get
        {
            if (_started is null) Prepare();
            return _channel;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Paper => _paper;

    /// <inheritdoc/>
    public TimeSpan Elapsed => _started is { } started ? _lines.Now - started : TimeSpan.Zero;

    /// <inheritdoc/>
    public bool IsOn => _power.IsOn;

    /// <inheritdoc/>
    public (string Upper, string Lower) Display => (_machine.Display!.Upper, _machine.Display.Lower);

    /// <inheritdoc/>
    public DateTime Clock => throw Cannot();

    /// <inheritdoc/>
    public IReadOnlyList<string> DriveFiles => throw Cannot();

    /// <inheritdoc/>
    public IReadOnlyList<AnafMail> Mail => throw Cannot();

    /// <inheritdoc/>
    public void Wait(TimeSpan time) => _machine.Run(() => false, time < _settings.Timeouts.Story ? time : _settings.Timeouts.Story);

    /// <inheritdoc/>
    public void Settle()
    {
        if (IsOn) _machine.Run(() => !IsOn || _machine.AtRest, s_rest);
    }

    /// <inheritdoc/>
    public bool WaitForRest(TimeSpan most) => _machine.Run(() => IsOn && _machine.AtRest && _machine.Printer.IsEmpty, most);

    /// <inheritdoc/>
    public void SwitchOn()
    {
        _power.On();
        Settle();
    }

    /// <inheritdoc/>
    public void CutPower() => _power.Cut();

    /// <inheritdoc/>
    public void CutPowerAfter(TimeSpan time) => _power.CutAt = _lines.Now + time;

    /// <inheritdoc/>
    public void CutPowerAt(WriteCut cut) => throw Cannot();

    /// <inheritdoc/>
    public void Set(BenchFault fault, bool on)
    {
        // A printer that comes back is greeted anew; without a display that looks like a board that began anew.
        _lines.ExpectsStart |= _lines.Display is null;
        _machine.LastSent = _lines.Now;
        switch (fault)
        {
            case BenchFault.PaperEnd: _machine.Printer.PaperLoaded = !on; break;
            case BenchFault.PaperNearEnd: _machine.Printer.PaperNearEnd = on; break;
            case BenchFault.CoverOpen: _machine.Printer.CoverOpen = on; break;
            case BenchFault.PrinterUnplugged: _lines.Printer.Wire.Connected = !on; break;
            case BenchFault.PrinterOff: SwitchPrinter(!on); break;
            case BenchFault.CutterJammed: _machine.Printer.CutterJammed = on; break;
            case BenchFault.HeadHot: _machine.Printer.HeadHot = on; break;
            case BenchFault.DisplayUnplugged: _lines.Display!.Wire.Connected = !on; break;
            default: throw Cannot();
        }
    }

    /// <inheritdoc/>
    public void SetAfterLines(BenchFault fault, int lines) => _due.Add((fault, _paper.Count + lines));

    /// <inheritdoc/>
    public void SetServiceSwitch(bool on) => (_service ?? throw Cannot()).Set(on);

    /// <inheritdoc/>
    public void MoveClock(DateTime moment, bool passes) => throw Cannot();

    /// <inheritdoc/>
    public void LoseWorkingMemory() => throw Cannot();

    /// <inheritdoc/>
    public string? JournalFile(string name) => throw Cannot();

    public void Dispose()
    {
        _lines.Printer.Wire.Connected = true;
        if (_lines.Display is { } display) display.Wire.Connected = true;
        _switches.Dispose();
        _machine.Dispose();
    }

    private static NotSupportedException Cannot() => new("a board in a rig has no such thing");

    private void Prepare()
    {
        _lines.Begin();
        if (_lines.All.FirstOrDefault(line => line.Fault is not null) is { } line) throw line.Fault!;
        new RigPreparation(_settings, _power, _service, new DatecsClient(_channel), Settle).Do(_order);
        _lines.Log("the story begins");
        _paper.Clear();
        _started = _lines.Now;
    }

    private void SwitchPrinter(bool on)
    {
        _lines.Printer.Wire.Connected = on;
        _machine.Printer.Powered = on;
    }

    // A hand acts between two lines, as the printer's own work goes on.
    private void Printed(PaperLine line)
    {
        _paper.AddRange(PaperText.Render(line, _settings.Printer.Columns).Split('\n'));
        foreach (var (fault, _) in _due.Where(due => _paper.Count >= due.Line)) Set(fault, true);
        _due.RemoveAll(due => _paper.Count >= due.Line);
    }
}
