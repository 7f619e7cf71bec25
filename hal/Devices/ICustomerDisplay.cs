namespace Nf.Hal.Devices;

/// <summary>The customer's display: two lines of 20 characters.</summary>
/// <remarks>
/// A driver over a display's serial line implements it and sends only what changed.
/// The fiscal core says what should stand there, in UTF-8.
/// A display on a one-way line cannot be asked whether it is there.
/// </remarks>
public interface ICustomerDisplay
{
    /// <summary>Replaces both lines; what does not fit in 20 characters is cut.</summary>
    void Show(byte[] upper, int upperLength, byte[] lower, int lowerLength);

    /// <summary>Sends what is waiting. Called once a turn; never blocks.</summary>
    void Poll();
}
