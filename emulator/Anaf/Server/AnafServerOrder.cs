namespace Nf.Emulator.Anaf.Server;

/// <summary>Where a stand-in listens.</summary>
/// <param name="Port">The messages' port on 127.0.0.1, HTTPS; 0 for one that the system picks.</param>
/// <param name="PagePort">The page's and the API's port on 127.0.0.1, HTTP; 0 for one that the system picks.</param>
/// <param name="Host">The name in its certificate, which registers know it by.</param>
/// <param name="Clock">What time it is.</param>
public sealed record AnafServerOrder(int Port, int PagePort, string Host, TimeProvider Clock)
{
    /// <summary>The name unless told otherwise; it stands in no DNS.</summary>
    public const string UsualHost = "anaf.nf.test";

    /// <summary>Under the usual name, on ports that the system picks.</summary>
    public static AnafServerOrder OnAnyPorts(TimeProvider clock) => new(0, 0, UsualHost, clock);
}
