using System.Collections.Concurrent;
using System.Diagnostics;
using Nf.Emulator.Host;

namespace Nf.Emulator.Machine;

/// <summary>A machine on a thread of its own: its time follows the wall while it is idle and runs ahead while it works.</summary>
/// <remarks>Everything here may be called from any thread; the machine itself belongs to its thread alone.</remarks>
public sealed class LiveRegister : IDisposable
{
    /// <summary>How often an idle machine looks at its devices, milliseconds.</summary>
    internal const int IdleInterval = 20;

    /// <summary>How often people are shown a new view, milliseconds.</summary>
    private const int ShowInterval = 150;

    private readonly RegisterMachine _machine;
    private readonly TcpHostServer _server;
    private readonly AutoResetEvent _wake = new(false);
    private readonly ConcurrentQueue<Action> _errands = new();
    private readonly ConcurrentQueue<Action<Hardware>> _touches = new();
    private readonly Stopwatch _wall = Stopwatch.StartNew();
    private readonly TaskCompletionSource<Exception?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan? _lastExchange;
    private long _aheadOfWall;
    private bool _ranAhead = true;
    private long _showAt;
    private bool _worked;
    private volatile bool _stopping;
    private volatile RegisterView _view;
    private Thread? _thread;

    /// <param name="machine">A machine that is switched on.</param>
    /// <param name="hostPort">TCP port of the host line on 127.0.0.1.</param>
    /// <exception cref="PortInUseException">Another program listens there.</exception>
    public LiveRegister(RegisterMachine machine, int hostPort)
    {
        _machine = machine;
        machine.Hardware.Online?.Network?.GoLive();
        _view = Look();
        _server = new TcpHostServer(hostPort, Wake);
    }

    /// <summary>Raised on the machine's thread when <see cref="View"/> was taken anew. Handlers must be quick.</summary>
    public event Action? Changed;

    /// <summary>The register as it was a moment ago, when nothing moved in it.</summary>
    public RegisterView View => _view;

    /// <summary>The port of the host line.</summary>
    public int HostPort => _server.Port;

    /// <summary>Ends when the machine's thread ends: with the exception that stopped it, or null.</summary>
    public Task<Exception?> Ended => _ended.Task;

    /// <summary>Starts the machine's thread.</summary>
    public void Start()
    {
        _thread = new Thread(Live) { IsBackground = true, Name = "register" };
        _thread.Start();
    }

    /// <summary>Has something done on the machine's thread while the register rests and its host line is silent.</summary>
    /// <param name="work">
    /// Gets the machine, whose host line is its own for the while, and how long the line has been silent. What it throws
    /// ends the register.
    /// </param>
    /// <exception cref="OperationCanceledException">The register has ended.</exception>
    public async Task<T> BetweenCommandsAsync<T>(Func<RegisterMachine, TimeSpan, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _errands.Enqueue(() =>
        {
            var silence = _lastExchange is { } last ? _wall.Elapsed - last : TimeSpan.MaxValue;
            done.SetResult(work(_machine, silence));
        });
        Wake();
        if (await Task.WhenAny(done.Task, Ended) == done.Task) return await done.Task;
        throw new OperationCanceledException("the register has ended");
    }

    /// <summary>A hand at the parts: done soon, on the machine's thread, whatever the register is busy with.</summary>
    public void Touch(Action<Hardware> hand)
    {
        _touches.Enqueue(hand);
        Wake();
    }

    public void Dispose()
    {
        _stopping = true;
        Wake();
        _thread?.Join();
        _server.Dispose();
        _wake.Dispose();
    }

    private void Wake()
    {
        try
        {
            _wake.Set();
        }
        catch (ObjectDisposedException) when (_stopping)
        {
            // It has ended meanwhile.
        }
    }

    private void Live()
    {
        try
        {
            while (!_stopping) Round();
            _ended.SetResult(null);
        }
        catch (Exception e)
        {
            _ended.SetResult(e);
        }
    }

    private void Round()
    {
        while (_touches.TryDequeue(out var hand)) hand(_machine.Hardware);
        var exchanged = _server.Exchange(_machine);
        if (exchanged) _lastExchange = _wall.Elapsed;
        var works = exchanged || (!_machine.AtRest && _machine.Moves);
        if (works) _machine.Turn();
        if (works || RunErrand()) _ranAhead = true;
        else Wait();
    }

    private bool RunErrand()
    {
        if (!_machine.AtRest || _machine.Hardware.HostWire.DeviceAvailable > 0 || !_errands.TryDequeue(out var errand)) return false;
        errand();
        return true;
    }

    // Work in the background, a signature say, goes on without a rest; how long it takes the wall says.
    private void Wait()
    {
        Show();
        var time = _machine.Hardware.Time;
        // The paper took its time: the register's clocks do not stand still until the wall's has caught up.
        if (_ranAhead) _aheadOfWall = Math.Max(_aheadOfWall, time.NowMicroseconds - WallTime);
        _ranAhead = false;
        _wake.WaitOne(_worked ? 0 : IdleInterval);
        time.AdvanceTo(_aheadOfWall + WallTime);
        _worked = _machine.Turn(takesTime: false);
    }

    private long WallTime => (long)_wall.Elapsed.TotalMicroseconds;

    private void Show()
    {
        if (_wall.ElapsedMilliseconds < _showAt) return;
        _showAt = _wall.ElapsedMilliseconds + ShowInterval;
        _view = Look();
        Changed?.Invoke();
    }

    private RegisterView Look()
    {
        var display = _machine.Hardware.Display;
        return new RegisterView(RegisterSnapshot.Of(_machine.Register), display.Upper, display.Lower, PartsSnapshot.Of(_machine.Hardware));
    }
}

/// <summary>What a person in front of the register sees besides the paper.</summary>
public sealed record RegisterView(RegisterSnapshot Register, string DisplayUpper, string DisplayLower, PartsSnapshot Parts);
