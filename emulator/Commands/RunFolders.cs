using Nf.Emulator.FiscalNet.Folder;
using Nf.Emulator.Machine;
using Nf.Emulator.State;

namespace Nf.Emulator.Commands;

/// <summary>The folders of <c>nf run --bonuri</c>.</summary>
internal sealed class RunFolders
{
    private readonly FolderDesk _desk;
    private readonly BonFolders? _folders;

    private RunFolders(FolderDesk desk, BonFolders? folders)
    {
        _desk = desk;
        _folders = folders;
    }

    /// <summary>Opens them for a register that was just switched on, before any host may use it.</summary>
    /// <remarks>Also without folders: what became of the last file must be found out before others use the register.</remarks>
    internal static RunFolders Open(RunOrder order, StateDirectory directory, RegisterMachine machine)
    {
        var journal = new FolderJournal(directory);
        var desk = new FolderDesk(journal);
        desk.Resolve(machine);
        if (order.Bonuri is null) return new RunFolders(desk, null);
        var folders = journal.Folders(order.DropsPath, order.AnswersPath);
        Create(folders);
        return new RunFolders(desk, folders);
    }

    /// <summary>Serves them until it is told to stop.</summary>
    internal Task ServeAsync(LiveRegister register, CancellationToken stop) => _folders is null
        ? Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default)
        : new FolderService(_desk, _folders, register, Console.Error).RunAsync(stop);

    private static void Create(BonFolders folders)
    {
        try
        {
            folders.Create();
            foreach (var left in folders.Strangers())
                Console.Error.WriteLine($"nf: another register took {left} and did not finish it: start that one, or look at its paper and drop the file again");
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw new InputException($"cannot use {folders.Drops} and {folders.Answers} ({e.Message.Split('\n')[0].TrimEnd('\r', '.')}): change their owner or rights, or choose others");
        }
    }
}
