using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using Nf.Emulator.Commands;

namespace Nf.Tests.Machine.Reference;

/// <summary>docs/reference/command-line.md names every command and option that the program has.</summary>
[TestClass]
public sealed class CommandLinePageTests
{
    private static readonly string[] Sections =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "command-line.md")).Split("\n## ");

    [TestMethod]
    public void Every_option_stands_in_its_commands_section()
    {
        var commands = NfCommand.Build().Subcommands;
        Assert.HasCount(13, commands);
        foreach (var command in commands)
        {
            var section = Sections.SingleOrDefault(text => text.StartsWith($"nf {command.Name}\n", StringComparison.Ordinal));
            Assert.IsNotNull(section, $"nf {command.Name} has no section");
            foreach (var option in Options(command)) StringAssert.Matches(section, new Regex($@"{option}\b"), $"nf {command.Name} {option}");
        }
    }

    private static IEnumerable<string> Options(Command command) =>
        command.Options.Where(option => option is not HelpOption).Select(option => option.Name)
            .Concat(command.Subcommands.SelectMany(Options)).Distinct();
}
