namespace Nf.Hal.Crypto;

/// <summary>Long work that goes on by bounded steps.</summary>
internal interface IStepwise
{
    /// <summary>One step of the work under way; false when it is done.</summary>
    bool Step();
}
