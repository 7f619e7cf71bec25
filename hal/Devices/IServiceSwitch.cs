namespace Nf.Hal.Devices;

/// <summary>The switch behind the seal that only a technician reaches (norms, art. 22 G a)).</summary>
/// <remarks>
/// A driver over an input pin implements it.
/// The fiscal core asks before each of the technician's functions: <code>if (!serviceSwitch.IsOn) ...</code>
/// </remarks>
public interface IServiceSwitch
{
    /// <summary>A technician has closed it.</summary>
    bool IsOn { get; }
}
