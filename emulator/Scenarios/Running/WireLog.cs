using Nf.Emulator.Host;

namespace Nf.Emulator.Scenarios.Running;

/// <summary>Bytes that went over the host line together.</summary>
/// <param name="At">The register's time since the story began.</param>
/// <param name="FromHost">The host sent them.</param>
public sealed record WireEntry(TimeSpan At, bool FromHost, byte[] Bytes)
{
    /// <summary>Seconds, direction, hexadecimal, as in docs/reference/datecs.md.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{At.TotalSeconds:0.000000} {(FromHost ? '>' : '<')} {Convert.ToHexString(Bytes)}");
}

/// <summary>A host line that keeps what went over it.</summary>
public sealed class WireLog(IHostChannel line, Func<TimeSpan> now) : IHostChannel
{
    private readonly List<WireEntry> _entries = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<WireEntry> Entries => _entries;

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        _entries.Add(new WireEntry(now(), true, bytes.ToArray()));
        line.Send(bytes);
    }

    /// <inheritdoc/>
    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        if (!line.TryReceive(buffer, silence, out count)) return false;
        _entries.Add(new WireEntry(now(), false, buffer[..count].ToArray()));
        return true;
    }
}
