using System.Diagnostics;
using Nf.Emulator.Rig.Settings;

namespace Nf.Emulator.Rig.Lines;

/// <summary>The rig's serial lines, and what was heard on them since a story began.</summary>
/// <remarks>The ports stay open between stories: many boards start anew when one is opened.</remarks>
internal sealed class RigLines : IDisposable
{
    private readonly Stopwatch _wall = Stopwatch.StartNew();

    /// <param name="stop">Somebody wants the rig to end: nothing is waited for any more.</param>
    public RigLines(RigSettings settings, CancellationToken stop)
    {
        Stop = stop;
        Host = new RigLine("host", settings.Host);
        Printer = new RigLine("printer", settings.Printer);
        Display = settings.Display is { } display ? new RigLine("display", display) : null;
        Modem = settings.Modem is { } modem ? new RigLine("modem", modem) : null;
        All = [.. new[] { Host, Printer, Display, Modem }.OfType<RigLine>()];
        Host.Heard = HearHost;
        Printer.Heard = HearPrinter;
        if (Display is not null) Display.Heard = (at, bytes) => Hear(DisplayWatch, at, bytes.Span);
    }

    public RigLine Host { get; }

    public RigLine Printer { get; }

    public RigLine? Display { get; }

    public RigLine? Modem { get; }

    /// <summary>Somebody wants the rig to end.</summary>
    public CancellationToken Stop { get; }

    /// <summary>Those that the rig has.</summary>
    public IReadOnlyList<RigLine> All { get; }

    public HostWatch HostWatch { get; } = new();

    public PrinterWatch PrinterWatch { get; } = new();

    public PrinterWatch DisplayWatch { get; } = new();

    /// <summary>Time since the rig was put together.</summary>
    public TimeSpan Now => _wall.Elapsed;

    /// <summary>When something that makes sense last came on the host line; noise does not.</summary>
    public TimeSpan LastSense { get; private set; }

    /// <summary>When the board last sent something to be printed.</summary>
    public TimeSpan LastPrinted { get; private set; }

    /// <summary>When the board began anew, without the rig having switched it: by the display's greeting, or the printer's.</summary>
    public List<TimeSpan> Restarts { get; } = [];

    /// <summary>The rig has switched the board on: its next greeting is no surprise.</summary>
    public bool ExpectsStart { get; set; }

    /// <summary>Opens what is not open, and forgets what was heard.</summary>
    public void Begin()
    {
        foreach (var line in All)
        {
            if (line.IsOpen) line.Begin(Now);
            else line.Open(Now);
        }

        LastSense = Now;
        HostWatch.Clear();
        PrinterWatch.Clear();
        DisplayWatch.Clear();
        Restarts.Clear();
    }

    /// <summary>Moves what has come.</summary>
    /// <returns>False when nothing has.</returns>
    public bool Pump()
    {
        var moved = false;
        foreach (var line in All) moved |= line.Pump(Now);
        return moved;
    }

    /// <summary>Writes something that happened into the logs of all lines.</summary>
    public void Log(string what)
    {
        foreach (var line in All) line.Log.Note(Now, what);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var line in All) line.Dispose();
    }

    private void HearHost(TimeSpan at, ReadOnlyMemory<byte> bytes)
    {
        var before = HostWatch.Sense;
        HostWatch.Hear(bytes.Span);
        if (HostWatch.Sense != before) LastSense = at;
    }

    private void HearPrinter(TimeSpan at, ReadOnlyMemory<byte> bytes)
    {
        var before = PrinterWatch.Data;
        if (Display is null) Hear(PrinterWatch, at, bytes.Span);
        else PrinterWatch.Hear(bytes.Span);
        // Before the greeting nothing is printed: it is noise.
        if (PrinterWatch.Data != before && PrinterWatch.Starts > 0) LastPrinted = at;
    }

    private void Hear(PrinterWatch watch, TimeSpan at, ReadOnlySpan<byte> bytes)
    {
        var before = watch.Starts;
        watch.Hear(bytes);
        if (watch.Starts == before) return;
        if (!ExpectsStart) Restarts.Add(at);
        ExpectsStart = false;
    }
}
