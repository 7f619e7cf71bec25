using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>A customer's display that nobody looks at, and a service switch that nobody closes.</summary>
public sealed class ShownLines : ICustomerDisplay, IServiceSwitch
{
    /// <inheritdoc/>
    public bool IsOn => false;

    /// <summary>How often something was shown.</summary>
    public int Shown { get; private set; }

    /// <inheritdoc/>
    public void Show(byte[] upper, int upperLength, byte[] lower, int lowerLength) => Shown++;

    /// <inheritdoc/>
    public void Poll()
    {
    }
}
