namespace Nf.Emulator.Anaf.Server;

/// <summary>A connection that was refused before any message.</summary>
/// <param name="At">When.</param>
/// <param name="Client">The certificate's subject.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedConnection(DateTimeOffset At, string Client, string Reason);

/// <summary>The newest connections that were refused; they are not kept on the disk.</summary>
public sealed class RefusedConnections
{
    private const int Most = 50;
    private readonly Queue<RefusedConnection> _queue = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<RefusedConnection> All
    {
        get
        {
            lock (_queue) return [.. _queue.Reverse()];
        }
    }

    internal void Add(RefusedConnection connection)
    {
        lock (_queue)
        {
            _queue.Enqueue(connection);
            if (_queue.Count > Most) _queue.Dequeue();
        }
    }
}
