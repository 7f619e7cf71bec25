namespace Nf.Hal.Devices;

/// <summary>Starts the register anew, as switching it off and on would.</summary>
/// <remarks>A board implements it over its runtime; what calls it does nothing afterwards: <code>restart.Restart();</code></remarks>
public interface IRestart
{
    /// <summary>Begins the restart; on a board it does not return.</summary>
    void Restart();
}
