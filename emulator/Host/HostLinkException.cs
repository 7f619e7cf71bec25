namespace Nf.Emulator.Host;

/// <summary>The register did not answer a command; whether it carried it out is not known.</summary>
public sealed class HostLinkException(string message) : IOException(message);
