using Nf.Emulator.Host;
using Nf.Emulator.Machine;

namespace Nf.Emulator.Visit;

/// <summary>The technician's host line to the register.</summary>
/// <param name="site">The register.</param>
internal sealed class VisitLine(IVisitSite site)
{
    private DatecsClient? _client;

    /// <summary>Sends a command that must be carried out.</summary>
    /// <param name="step">For the message when it is refused.</param>
    /// <param name="command">Number of the command.</param>
    /// <param name="fields">Its fields.</param>
    /// <exception cref="VisitRefusedException">It was refused.</exception>
    internal async Task<DatecsReply> SendAsync(string step, int command, params string[] fields)
    {
        var reply = await TrySendAsync(command, fields);
        if (!reply.Ok) throw new VisitRefusedException(step, reply.ErrorCode, reply.Fields.FirstOrDefault() ?? "");
        await site.AskAsync(machine => machine.AtRest);
        return reply;
    }

    /// <summary>Sends a command, whatever is answered.</summary>
    internal Task<DatecsReply> TrySendAsync(int command, params string[] fields) => site.AskAsync(machine => Client(machine).Send(command, fields));

    private DatecsClient Client(RegisterMachine machine) => _client ??= new DatecsClient(new MachineChannel(machine));
}
