using System.Security.Authentication;

namespace Nf.Emulator.Network;

/// <summary>What a TLS client trusts and shows. There is nothing here to switch verification off.</summary>
/// <param name="AuthoritiesPem">Certificates that the server's chain must end in; empty trusts nobody.</param>
/// <param name="CertificatePem">The client's certificate and those above it; empty for none.</param>
/// <param name="KeyPem">Its private key.</param>
/// <param name="Protocols">Versions that the client speaks.</param>
/// <param name="Now">The client's own time, UTC, which the server's certificate must be valid at.</param>
public sealed record TlsParameters(string AuthoritiesPem, string CertificatePem, string KeyPem, SslProtocols Protocols, DateTime Now);
