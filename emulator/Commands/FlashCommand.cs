using System.CommandLine;
using Nf.Emulator.Flash;

namespace Nf.Emulator.Commands;

/// <summary><c>nf flash</c> and <c>nf release</c>: from a built image to a board, by the flashing tool of the board's runtime.</summary>
internal static class FlashCommand
{
    internal static Command Flash()
    {
        var command = new Command("flash", "Puts runtime, application and files on a board, after a look at all of them.");
        command.Subcommands.Add(OnBoard());
        command.Subcommands.Add(Archive());
        command.Subcommands.Add(Look());
        command.Subcommands.Add(List());
        return command;
    }

    internal static Command Release()
    {
        var board = BoardArgument();
        var image = new Option<string>("--image") { HelpName = "FILE", Description = "The application's image, as the board's project builds it.", Required = true };
        var package = new Option<string>("--runtime-package") { HelpName = "ZIP", Description = "The runtime's package, as 'nf flash archive' fetches it.", Required = true };
        var runtime = RuntimeOption("Its version.");
        runtime.Required = true;
        var size = new Option<int>("--flash-size") { HelpName = "MB", Description = "Size of the chip's flash: 4, 8 or 16.", DefaultValueFactory = _ => 8 };
        size.AcceptOnlyFromAmong("4", "8", "16");
        var target = new Option<string>("--out") { HelpName = "DIR", Description = "Folder to make.", Required = true };
        var command = new Command("release", "Makes a board's release: image, runtime, manifest for flashing from a browser, checksums.") { board, image, package, runtime, size, target };
        command.SetAction(result => Done(() =>
        {
            var found = Of(result.GetValue(board)!);
            FlashCheck.Runtime(found, result.GetValue(runtime)!);
            var application = FlashCheck.Image(found, result.GetValue(image)!);
            new Release(found, application, result.GetValue(runtime)!, result.GetValue(size)).Write(result.GetValue(package)!, result.GetValue(target)!);
        }));
        return command;
    }

    private static Command OnBoard()
    {
        var board = BoardArgument();
        var port = new Option<string>("--port") { HelpName = "PORT", Description = "Serial port of the board, as COM5 or /dev/ttyUSB0.", Required = true };
        var image = new Option<string?>("--image") { HelpName = "FILE", Description = "The application's image, as the board's project builds it." };
        var runtime = RuntimeOption("Version of the runtime to put on it, all four numbers; without it the one on it stays.");
        var erase = new Option<bool>("--erase") { Description = "Erase the chip's whole flash first: for a new board. What it keeps in its own storage is lost." };
        var archive = new Option<string?>("--archive") { HelpName = "DIR", Description = "Take the runtime from this archive instead of the network." };
        var device = new Option<string?>("--device") { HelpName = "DIR", Description = "Folder with this one device's network settings, certificates and files." };
        var tool = ToolOption();
        var dry = new Option<bool>("--dry-run") { Description = "Check everything and say what would be done; the board is not touched." };
        var command = new Command("board", "Flashes one board.") { board, port, image, runtime, erase, archive, device, tool, dry };
        command.SetAction(result => Done(() => FlashRun.Flash(
            new FlashOrder(Of(result.GetValue(board)!), result.GetValue(port)!, result.GetValue(image), result.GetValue(runtime), result.GetValue(erase), result.GetValue(archive)),
            result.GetValue(device), result.GetValue(tool)!, result.GetValue(dry))));
        return command;
    }

    private static Command Archive()
    {
        var board = BoardArgument();
        var runtime = RuntimeOption("Which version.");
        runtime.Required = true;
        var folder = new Option<string>("--archive") { HelpName = "DIR", Description = "Where to keep it.", Required = true };
        var tool = ToolOption();
        var command = new Command("archive", "Fetches a board's runtime into a folder, for places without a network.") { board, runtime, folder, tool };
        command.SetAction(result => Done(() =>
        {
            var found = Of(result.GetValue(board)!);
            FlashCheck.Runtime(found, result.GetValue(runtime)!);
            new FlashTool(result.GetValue(tool)!, Console.Out).Run(FlashPlan.Archive(found, result.GetValue(runtime)!, result.GetValue(folder)!));
        }));
        return command;
    }

    private static Command Look()
    {
        var file = new Argument<string>("FILE") { Description = "An application's image." };
        var command = new Command("look", "Shows the assemblies of an image; every check sum in it is compared.") { file };
        command.SetAction(result => Done(() =>
        {
            var image = FlashCheck.Read(result.GetValue(file)!);
            foreach (var assembly in image.Assemblies) Console.WriteLine($"{assembly.Length,8} {assembly.Name} {assembly.Version}");
            Console.WriteLine($"{image.Bytes.Length,8} in all");
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the boards.");
        command.SetAction(_ =>
        {
            foreach (var board in BoardTable.Boards)
                Console.WriteLine($"{board.Name,-16} {board.ChipFamily,-9} {board.Target,-20} application at 0x{board.Address:X}, runtime {board.RuntimeVersion}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static int Done(Action work)
    {
        work();
        return ExitCode.Ok;
    }

    private static FlashBoard Of(string name) => BoardTable.Find(name) ??
        throw new InputException($"there is no board '{name}': {string.Join(", ", BoardTable.Boards.Select(board => board.Name))}");

    private static Argument<string> BoardArgument() => new("BOARD") { Description = "The board's folder under boards, as 'nf flash list' has them." };

    private static Option<string> RuntimeOption(string description) => new("--runtime") { HelpName = "VERSION", Description = description };

    private static Option<string> ToolOption() =>
        new("--tool") { HelpName = "PATH", Description = "The flashing tool.", DefaultValueFactory = _ => FlashTool.Name };
}
