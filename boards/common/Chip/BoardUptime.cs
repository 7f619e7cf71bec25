using System;
using Nf.Hal.Devices;

namespace Nf.Boards.Chip;

/// <summary>The chip's tick counter.</summary>
public sealed class BoardUptime : IUptime
{
    /// <inheritdoc/>
    public long Milliseconds => Environment.TickCount64;
}
