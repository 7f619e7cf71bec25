using Nf.Emulator.Machine;
using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Emulator.Rig.Lines;
using Nf.Emulator.Rig.Settings;

namespace Nf.Emulator.Rig;

/// <summary>The emulator's peripherals in real time behind the rig's lines, for one story.</summary>
internal sealed class RigMachine : IDisposable
{
    private readonly RigLines _lines;
    private readonly RigSettings _settings;
    private readonly VirtualTime _printerTime = new();
    private readonly VirtualTime _time = new();
    private readonly TimeSpan _began;
    private readonly SocketInternet _internet = new() { Live = true };

    public RigMachine(RigLines lines, RigSettings settings)
    {
        (_lines, _settings, _began) = (lines, settings, lines.Now);
        Printer = new EscPosPrinterModel(lines.Printer.Wire, _printerTime, Roll, settings.Printer.Columns);
        Display = lines.Display is { } display ? new CustomerDisplayModel(display.Wire) : null;
        if (lines.Modem is not { } modem) return;
        Modem = new Sim7600Model(modem.Wire, _time, _internet);
        Modem.PowerUp();
    }

    /// <summary>What is printed.</summary>
    public PaperRoll Roll { get; } = new();

    public EscPosPrinterModel Printer { get; }

    /// <summary>Null without a line for it.</summary>
    public CustomerDisplayModel? Display { get; }

    /// <summary>Null without a line for it. Its connections are real ones.</summary>
    public Sim7600Model? Modem { get; }

    /// <summary>Time since it was put together.</summary>
    public TimeSpan Elapsed => _lines.Now - _began;

    /// <summary>The board has sent nothing to print and no answer to the host for a while, and the printer has nothing left. Noise on the host line is not the board's.</summary>
    public bool AtRest => Printer.NextEvent == long.MaxValue
        && _lines.Now - Latest(_lines.LastPrinted, Latest(_lines.LastSense, LastSent)) >= _settings.Timeouts.Quiet;

    /// <summary>When the rig last did something that the board will do something about.</summary>
    public TimeSpan LastSent { get; set; }

    /// <summary>Done in each turn, before anything else.</summary>
    public Action? EachTurn { get; set; }

    /// <summary>Runs until a condition holds.</summary>
    /// <returns>False when it did not within the time.</returns>
    public bool Run(Func<bool> done, TimeSpan most)
    {
        var end = _lines.Now + most;
        while (!done())
        {
            if (_lines.Now >= end || _lines.Stop.IsCancellationRequested) return false;
            if (!Turn()) Thread.Sleep(1);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _internet.Dispose();

    private static TimeSpan Latest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private bool Turn()
    {
        EachTurn?.Invoke();
        var moved = _lines.Pump();
        var now = (long)Elapsed.TotalMicroseconds;
        _time.AdvanceTo(now);
        _printerTime.AdvanceTo(now * _settings.Printer.Pace);
        Printer.Advance(_printerTime.NowMicroseconds);
        Display?.Advance(now);
        Modem?.Advance(now);
        if (Modem is not null) _internet.Advance(now);
        return moved;
    }
}
