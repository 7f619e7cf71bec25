namespace Nf.Emulator.Visit;

/// <summary>A step of a visit that is done.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Work">What was done and what came of it, in Romanian, as the intervention book has it.</param>
/// <param name="Result">What came of it; empty when there is nothing to add.</param>
/// <param name="Took">How long it took by the wall's clock.</param>
public sealed record VisitStep(string Name, string Work, string Result, TimeSpan Took)
{
    /// <summary>Name and result as they are shown.</summary>
    public string Text => Result.Length == 0 ? Name : $"{Name}: {Result}";
}
