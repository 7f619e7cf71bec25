using System.Collections.Concurrent;
using System.Diagnostics;
using Nf.Emulator.Machine;

namespace Nf.Emulator.Dut;

/// <summary>A stand-in that lives on a thread of its own, in real time.</summary>
/// <example><code>using var dut = LiveDut.Start(new DutOrder("lines")); // lines/host, lines/printer, ...</code></example>
public sealed class LiveDut : IDisposable
{
    private readonly DutLines _lines;
    private readonly DutBoard _board;
    private readonly DutRelay _relay;
    private readonly VirtualTime _time = new();
    private readonly ConcurrentQueue<Action<DutBoard, DutLines>> _touches = new();
    private readonly TaskCompletionSource<Exception?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private volatile bool _stopping;

    private LiveDut(DutOrder order)
    {
        _lines = new DutLines(order);
        _board = new DutBoard(order, _lines, _time);
        _relay = new DutRelay(_lines.Relay, _board);
        _thread = new Thread(Live) { IsBackground = true, Name = "dut" };
    }

    /// <summary>Ends with the exception that stopped it, or null.</summary>
    public Task<Exception?> Ended => _ended.Task;

    /// <summary>Makes one and switches it on.</summary>
    /// <exception cref="IOException">Folder or ports cannot be made.</exception>
    /// <exception cref="PlatformNotSupportedException">The system has no pseudo-terminals.</exception>
    public static LiveDut Start(DutOrder order)
    {
        var dut = new LiveDut(order);
        dut._thread.Start();
        return dut;
    }

    /// <summary>A hand at the board or its cables: done soon, on its thread.</summary>
    public void Touch(Action<DutBoard, DutLines> hand) => _touches.Enqueue(hand);

    /// <summary>Switches it off; its ports go away.</summary>
    public void Dispose()
    {
        _stopping = true;
        _thread.Join();
        _lines.Dispose();
    }

    private void Live()
    {
        try
        {
            _board.Power(true);
            var wall = Stopwatch.StartNew();
            while (!_stopping) Round(wall);
            _ended.SetResult(null);
        }
        catch (Exception e)
        {
            _ended.SetResult(e);
        }
    }

    private void Round(Stopwatch wall)
    {
        _time.AdvanceTo((long)wall.Elapsed.TotalMicroseconds);
        while (_touches.TryDequeue(out var hand)) hand(_board, _lines);
        var moved = _relay.Poll();
        if (!_board.Turn() && !moved) Thread.Sleep(1);
    }
}
