namespace Nf.Hal.Devices;

/// <summary>What became of a request to a device. Errors come back at once; exceptions are for misuse only.</summary>
public enum DeviceResult
{
    /// <summary>Done, and durable where the device keeps data.</summary>
    Ok,

    /// <summary>The device does not answer: not fitted, not powered, or its wire is cut.</summary>
    NotConnected,

    /// <summary>The device answers and did not do it: worn cells, a failed read-back, a write error.</summary>
    Failed,

    /// <summary>There is no room left on the medium.</summary>
    Full,

    /// <summary>The device lost what it kept (a clock whose oscillator stopped).</summary>
    Lost,
}
