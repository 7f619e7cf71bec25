namespace Nf.Emulator.Serial;

/// <summary>What is wrong with a serial port.</summary>
public enum PortProblem
{
    /// <summary>There is none of this name.</summary>
    Missing,

    /// <summary>This user may not open it.</summary>
    Forbidden,

    /// <summary>It is there and cannot be opened.</summary>
    Unusable,

    /// <summary>It was there, and went away while it was open.</summary>
    Unplugged,
}

/// <summary>A serial port cannot be used.</summary>
public sealed class PortException(PortProblem problem, string port, string message) : IOException(message)
{
    public PortProblem Problem { get; } = problem;

    /// <summary>The port's name.</summary>
    public string Port { get; } = port;
}
