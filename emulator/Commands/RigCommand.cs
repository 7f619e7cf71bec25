using System.CommandLine;
using Nf.Emulator.Rig;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Commands;

/// <summary><c>nf rig</c>: stories played on a board.</summary>
internal static class RigCommand
{
    private const int UsualSeed = 1;

    /// <summary>The command with its options.</summary>
    public static Command Build()
    {
        var files = new Argument<string[]>("SCENARIO") { Description = "Stories, YAML.", Arity = ArgumentArity.OneOrMore };
        var config = new Option<string>("--config") { HelpName = "FILE", Description = "The rig: its ports, its relay, how to switch the board.", Required = true };
        var output = new Option<string>("--out") { HelpName = "DIR", Description = "Where results, paper and wire logs go; created when it does not exist.", DefaultValueFactory = _ => "./rig-out" };
        var compare = new Option<bool>("--compare") { Description = "Plays each story on the emulator too; other paper is a failure." };
        var seed = new Option<int>("--seed") { HelpName = "S", Description = "What is random in a story comes from it.", DefaultValueFactory = _ => UsualSeed };
        var command = new Command("rig", "Plays stories on a board, with the emulator's printer, display and modem at its serial lines.") { files, config, output, compare, seed };
        command.SetAction((result, stop) => Task.Run(() => Run(result.GetValue(files)!, result.GetValue(config)!, result.GetValue(output)!,
            result.GetValue(compare), result.GetValue(seed), stop), CancellationToken.None));
        return command;
    }

    private static int Run(string[] files, string config, string output, bool compare, int seed, CancellationToken stop)
    {
        if (ScenarioCommand.ReadAll(files) is not { } stories || Settings(config) is not { } settings) return ExitCode.Unusable;
        var kept = new RigOutput(output);
        List<StoryResult> results = [];
        using (var rig = new RigRun(settings, seed, stop))
        {
            foreach (var story in stories.TakeWhile(_ => !stop.IsCancellationRequested))
            {
                var result = rig.Play(story);
                if (compare) result = EmulatorComparison.Of(result);
                kept.Keep(result, rig.TakeLogs());
                results.Add(result);
                (result.Verdict == StoryVerdict.Passed ? Console.Out : Console.Error).WriteLine(StoryText.Of(result));
            }
        }

        kept.End(results);
        Console.Out.WriteLine(ScenarioCommand.Summary(results));
        return ScenarioCommand.CodeOf(results);
    }

    private static RigSettings? Settings(string file)
    {
        try
        {
            return RigSettingsReader.Read(file);
        }
        catch (RigSettingsException e)
        {
            Console.Error.WriteLine(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"nf: {file} cannot be read ({e.Message.TrimEnd('.')}): name the rig's file with --config");
        }

        return null;
    }
}
