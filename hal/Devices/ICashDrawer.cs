namespace Nf.Hal.Devices;

/// <summary>The drawer with the cash: a solenoid that a pulse opens.</summary>
/// <remarks>
/// It hangs on the receipt printer, whose driver implements this. Nothing tells whether the drawer opened.
/// <code>if (printer.Idle) drawer.Open(300);</code>
/// </remarks>
public interface ICashDrawer
{
    /// <summary>Starts one pulse; the driver shortens it to what its hardware takes.</summary>
    /// <exception cref="System.InvalidOperationException">The printer that gives the pulse is not idle.</exception>
    void Open(int milliseconds);
}
