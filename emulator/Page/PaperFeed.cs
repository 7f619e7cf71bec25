using Nf.Emulator.Peripherals;

namespace Nf.Emulator.Page;

/// <summary>The paper as it comes out, for those who watch it. Everything here may be called from any thread.</summary>
/// <remarks><code>var feed = new PaperFeed(PaperRollFile.Read(path)); roll.Appended += feed.Append;</code></remarks>
public sealed class PaperFeed
{
    /// <summary>How many lines are kept; older ones are left to the roll's file.</summary>
    public const int Capacity = 3000;

    private readonly Lock _lock = new();
    private readonly Queue<PaperLine> _lines;
    private long _total;
    private PaperWindow? _window;

    /// <param name="before">What was on the paper already, oldest first.</param>
    public PaperFeed(IReadOnlyList<PaperLine> before)
    {
        _lines = new Queue<PaperLine>(before.Skip(before.Count - Capacity));
        _total = before.Count;
    }

    /// <summary>Raised after each line, on the thread that appended it. Handlers must be quick.</summary>
    public event Action? Changed;

    /// <summary>The newest lines, oldest first: a snapshot that never changes.</summary>
    public IReadOnlyList<PaperLine> Lines => Window.Lines;

    /// <summary>Lines on the paper so far, those before this run included.</summary>
    public long Total => Window.Total;

    /// <summary>The newest lines and where they stand on the paper. Copied only when a line has come since the last time.</summary>
    public PaperWindow Window
    {
        get
        {
            lock (_lock) return _window ??= new PaperWindow(_total - _lines.Count, [.. _lines]);
        }
    }

    /// <summary>Adds what has just been printed; the oldest line leaves when there are too many.</summary>
    public void Append(PaperLine line)
    {
        lock (_lock)
        {
            if (_lines.Count == Capacity) _lines.Dequeue();
            _lines.Enqueue(line);
            _total++;
            _window = null;
        }

        Changed?.Invoke();
    }
}
