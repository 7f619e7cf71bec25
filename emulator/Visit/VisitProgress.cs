namespace Nf.Emulator.Visit;

/// <summary>How far a visit is. It never changes.</summary>
/// <param name="IsUnderWay">It goes on.</param>
/// <param name="Done">The steps that are done, in their order.</param>
/// <param name="Failure">What ended it; null while nothing did.</param>
public sealed record VisitProgress(bool IsUnderWay, IReadOnlyList<VisitStep> Done, VisitFailure? Failure)
{
    /// <summary>No visit yet.</summary>
    public static VisitProgress None { get; } = new(false, [], null);

    /// <summary>Every step is done.</summary>
    public bool IsComplete => Done.Count == TechnicianVisit.Steps.Count && !IsUnderWay;

    /// <summary>The step after those that are done; null when there is none.</summary>
    public string? Next => Done.Count < TechnicianVisit.Steps.Count ? TechnicianVisit.Steps[Done.Count] : null;
}

/// <summary>What ended a visit before its time.</summary>
/// <param name="Cause">What is wrong.</param>
/// <param name="Next">What to do.</param>
/// <param name="Error">Number of the register's error; 0 when the register refused nothing.</param>
public sealed record VisitFailure(string Cause, string Next, int Error = 0);
