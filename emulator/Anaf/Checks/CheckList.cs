namespace Nf.Emulator.Anaf.Checks;

/// <summary>The checks of one message, in the order in which they were made.</summary>
public sealed class CheckList
{
    private readonly List<MessageCheck> _checks = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<MessageCheck> All => _checks;

    /// <summary>The first that failed; null when none did.</summary>
    public MessageCheck? FirstWrong => _checks.Find(check => check.Result == CheckResult.Wrong);

    /// <summary>Nothing is wrong.</summary>
    public bool Good => FirstWrong is null;

    /// <summary>Notes a check that must pass.</summary>
    /// <param name="problem">What is wrong; null when it passed.</param>
    /// <returns>It passed.</returns>
    public bool Must(string name, int code, string? problem)
    {
        _checks.Add(new MessageCheck(name, problem is null ? CheckResult.Right : CheckResult.Wrong, code, problem ?? ""));
        return problem is null;
    }

    /// <summary>Notes a check that only draws attention.</summary>
    public void Should(string name, string? oddity) =>
        _checks.Add(new MessageCheck(name, oddity is null ? CheckResult.Right : CheckResult.Odd, AnafCode.Taken, oddity ?? ""));
}
