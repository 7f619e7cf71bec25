namespace Nf.Emulator.Anaf.Checks;

/// <summary>One thing that was looked at in a message.</summary>
/// <param name="Name">A word for it, the same for all messages.</param>
/// <param name="Result">What came out.</param>
/// <param name="Code">The answer's code when it fails.</param>
/// <param name="Detail">What is wrong, in English; empty when it is right.</param>
public sealed record MessageCheck(string Name, CheckResult Result, int Code, string Detail);

/// <summary>What a check found.</summary>
public enum CheckResult
{
    /// <summary>As it must be.</summary>
    Right,

    /// <summary>Odd, and no reason to refuse.</summary>
    Odd,

    /// <summary>Wrong: the message is refused.</summary>
    Wrong,
}
