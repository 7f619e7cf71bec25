using System.Globalization;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Store;

namespace Nf.Emulator.Anaf.Server;

/// <summary>What the stand-in tells about itself.</summary>
/// <param name="desk">Its desk.</param>
/// <param name="order">Where it listens.</param>
/// <param name="port">The messages' port that it got.</param>
/// <param name="refused">Connections that it refused.</param>
internal sealed class ServerAddresses(AnafDesk desk, AnafServerOrder order, int port, RefusedConnections refused)
{
    private const int RenewalTip = 5;
    private static readonly Dictionary<string, int> s_tips = new() { ["U"] = 1, ["S"] = 2, ["T"] = 3, ["A"] = 4 };

    internal DateTimeOffset Now => order.Clock.GetUtcNow();

    /// <summary>GET /api/status.</summary>
    internal ServerStatus Status => new(Now, order.Host, port, $"https://127.0.0.1:{port}", desk.Registers.Count, desk.Messages.Count, refused.All);

    /// <summary>The configuration that a technician brings (II.13): type, date, the three times, addresses, ANAF's certificates.</summary>
    internal AnafProfile Usual(RegisterRow register) => new("")
    {
        Data = RomanianTime.Of(Now).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        NrZ = 30,
        NrM = 30,
        NrT = 1440,
        RapZ = 1,
        Urls = For(register.Kind),
        CertANAF = TechnicianFiles.CertAnaf(desk.Authority),
    };

    /// <summary>The addresses of a configuration for a register of this type; without a port, since a name table gives it.</summary>
    internal AnafAddress[] For(string kind) => [Of(s_tips[kind]), Of(RenewalTip)];

    private AnafAddress Of(int tip) => new(tip, $"https://{order.Host}{desk.Rules.Paths[tip]}");
}

/// <summary>The stand-in as a whole.</summary>
/// <param name="Clock">Its time.</param>
/// <param name="Host">The name in its certificate.</param>
/// <param name="Port">Where registers send to, on 127.0.0.1.</param>
/// <param name="Address">The same as an address.</param>
/// <param name="Registers">How many registers it knows.</param>
/// <param name="Messages">How many messages it has.</param>
/// <param name="Refused">Connections that were refused before any message, the newest first.</param>
internal sealed record ServerStatus(DateTimeOffset Clock, string Host, int Port, string Address, long Registers, long Messages, IReadOnlyList<RefusedConnection> Refused);
