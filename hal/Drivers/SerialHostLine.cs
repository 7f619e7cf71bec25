using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The line to the POS program over a serial line.</summary>
public sealed class SerialHostLine : IHostLine
{
    private readonly ISerialLine _line;

    /// <summary>Takes the whole serial line; nobody else may read from it.</summary>
    public SerialHostLine(ISerialLine line) => _line = line;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count) => _line.Read(buffer, offset, count);

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count) => _line.Write(buffer, offset, count);
}
