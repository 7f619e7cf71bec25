using System.Security.Cryptography.X509Certificates;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>A request that came over a connection.</summary>
/// <param name="Client">The certificate that the register showed.</param>
/// <param name="Path">The address's path.</param>
/// <param name="ContentType">The media type, with parameters or without; null when there was none.</param>
/// <param name="Body">The body.</param>
public sealed record AnafRequest(X509Certificate2 Client, string Path, string? ContentType, byte[] Body);

/// <summary>What goes back.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Body">The body.</param>
public sealed record AnafReply(int Status, string ContentType, byte[] Body)
{
    /// <summary>How the way back fails; null when it does not. It is for whoever carries the reply.</summary>
    public PreparedAnswer? Fault { get; init; }

    /// <summary>Whether it is one of the faults that the carrier brings about.</summary>
    internal static bool IsFault(AnswerKind? kind) => kind is AnswerKind.Silence or AnswerKind.Cut or AnswerKind.Drip;
}
