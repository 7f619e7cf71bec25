namespace Nf.Hal.Devices;

/// <summary>How far a way out is.</summary>
public enum LinkState
{
    /// <summary>Not asked for.</summary>
    Down,

    /// <summary>On its way up.</summary>
    Starting,

    /// <summary>It has an address and can carry a connection.</summary>
    Up,

    /// <summary>It did not come up, or broke down.</summary>
    Failed,
}
