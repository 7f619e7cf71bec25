using System.CommandLine;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;

namespace Nf.Emulator.Commands;

/// <summary><c>nf anaf</c>: ANAF's stand-in alone, for registers that run elsewhere on this machine.</summary>
internal static class AnafCommand
{
    private const int StandardPort = 5443;

    /// <summary>The standard port of the stand-in's page.</summary>
    internal const int StandardPagePort = 5081;

    /// <summary>Puts the command together.</summary>
    /// <param name="port">Makes an option for a port: name, standard, description.</param>
    internal static Command Build(Func<string, int, string, Option<int>> port)
    {
        var messages = port("--port", StandardPort, "Port on 127.0.0.1 that registers send to, HTTPS; 0 for any that is free.");
        var http = port("--http", StandardPagePort, "Port of the page on 127.0.0.1; 0 for any that is free.");
        var state = new Option<string>("--state")
        {
            HelpName = "DIR",
            Description = "Where the stand-in keeps its authority and what it received; created when it does not exist.",
            DefaultValueFactory = _ => "./nf-anaf",
        };
        var host = new Option<string>("--host")
        {
            HelpName = "NAME",
            Description = "The name in its certificate, which the addresses of its configurations have.",
            DefaultValueFactory = _ => AnafServerOrder.UsualHost,
        };
        var command = new Command("anaf", "ANAF's stand-in: takes the messages of registers, checks and keeps them, answers.") { messages, http, state, host };
        command.SetAction((result, stop) => RunAsync(result.GetValue(state)!,
            new AnafServerOrder(result.GetValue(messages), result.GetValue(http), result.GetValue(host)!, TimeProvider.System), stop));
        return command;
    }

    /// <summary>Tells where a stand-in listens.</summary>
    internal static void Say(AnafServer server)
    {
        Console.WriteLine($"anaf       https://127.0.0.1:{server.Port} (as {server.Host})");
        Console.WriteLine($"anaf page  http://127.0.0.1:{server.PagePort}");
    }

    private static async Task<int> RunAsync(string state, AnafServerOrder order, CancellationToken stop)
    {
        if (Uri.CheckHostName(order.Host) == UriHostNameType.Unknown) throw new InputException($"--host takes a host's name, not \"{order.Host}\"");
        using var desk = AnafDesk.Open(state, order.Clock.GetUtcNow());
        await using var server = await AnafServer.StartAsync(desk, order);
        Say(server);
        Console.WriteLine($"state      {Path.GetFullPath(state)}");
        Console.Error.WriteLine("Ctrl+C stops it.");
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Ok;
    }
}
