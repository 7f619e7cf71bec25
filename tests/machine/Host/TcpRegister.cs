using System.Collections.Concurrent;
using Nf.Emulator.Host;

namespace Nf.Tests.Machine.Host;

/// <summary>A bench behind a TCP port, with a machine thread that sleeps until it is woken.</summary>
internal sealed class TcpRegister : IDisposable
{
    private readonly SessionBench _bench = new();
    private readonly AutoResetEvent _woken = new(false);
    private readonly ConcurrentQueue<Waiter> _newWaiters = new();
    private readonly List<Waiter> _waiters = [];
    private readonly TcpHostServer _server;
    private readonly Thread _machine;
    private int _arrivals;
    private volatile bool _stopped;

    public TcpRegister()
    {
        _server = new TcpHostServer(0, () =>
        {
            Interlocked.Increment(ref _arrivals);
            _woken.Set();
        });
        _machine = new Thread(Loop) { IsBackground = true };
        _machine.Start();
    }

    public int Port => _server.Port;

    public TcpHostChannel Connect() => new("127.0.0.1", Port);

    /// <summary>Does something on the machine's thread.</summary>
    public void Do(Action<SessionBench> action) => WaitUntil(bench =>
    {
        action(bench);
        return true;
    });

    /// <summary>Waits until the machine's thread sees this.</summary>
    public void WaitUntil(Func<SessionBench, bool> condition)
    {
        using var done = new ManualResetEventSlim();
        _newWaiters.Enqueue(new Waiter(condition, done));
        _woken.Set();
        done.Wait();
    }

    /// <summary>Waits until this many pieces have come to the port, given to the register or not.</summary>
    public void WaitForArrivals(int count) => WaitUntil(_ => Volatile.Read(ref _arrivals) >= count);

    public void Dispose()
    {
        _server.Dispose();
        _stopped = true;
        _woken.Set();
        _machine.Join();
        _woken.Dispose();
    }

    private void Loop()
    {
        while (!_stopped)
        {
            _bench.Turns();
            var moved = _server.Exchange(_bench);
            while (_newWaiters.TryDequeue(out var waiter)) _waiters.Add(waiter);
            if (_waiters.RemoveAll(IsOver) == 0 && !moved) _woken.WaitOne();
        }
    }

    private bool IsOver(Waiter waiter)
    {
        if (!waiter.Condition(_bench)) return false;
        waiter.Done.Set();
        return true;
    }

    private sealed record Waiter(Func<SessionBench, bool> Condition, ManualResetEventSlim Done);
}
