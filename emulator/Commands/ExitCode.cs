namespace Nf.Emulator.Commands;

/// <summary>What the program's exit codes mean; people script them (docs/reference/command-line.md).</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The register refused something, or a story did not come as it says.</summary>
    public const int Refused = 1;

    /// <summary>Input, state directory or port cannot be used, or the command line is wrong.</summary>
    public const int Unusable = 2;

    /// <summary>A story took longer than it may, or the register stood still in it.</summary>
    public const int TimedOut = 42;
}
