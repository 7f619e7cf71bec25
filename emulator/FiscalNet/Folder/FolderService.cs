using System.Diagnostics;
using Nf.Emulator.Machine;
using Nf.Emulator.State;

namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>Watches the folders beside a living register, and takes turns with its host line.</summary>
/// <param name="desk">Takes the files through.</param>
/// <param name="folders">Where they are dropped and answered.</param>
/// <param name="register">The register; started before, or soon after.</param>
/// <param name="messages">Told when the folders cannot be used, and when they can again.</param>
public sealed class FolderService(FolderDesk desk, BonFolders folders, LiveRegister register, TextWriter messages)
{
    /// <summary>How long the host line must have been silent: longer than a host goes on repeating a frame.</summary>
    public static readonly TimeSpan LineSilence = TimeSpan.FromSeconds(3);

    /// <summary>How long a receipt that the host line left open is waited for.</summary>
    public static readonly TimeSpan OpenReceiptSilence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    private readonly DropWatch _watch = new(folders.Read);
    private readonly Stopwatch _wall = Stopwatch.StartNew();
    private string? _trouble;

    /// <summary>Serves the folders until it is told to stop, or the register ends.</summary>
    /// <exception cref="StateException">The state directory cannot be written.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && !register.Ended.IsCompleted)
        {
            var worked = await TryAsync();
            if (!worked) await Task.Delay(LookInterval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A share that is offline comes back; until then everything waits where it is.
    private async Task<bool> TryAsync()
    {
        try
        {
            var worked = await StepAsync();
            if (_trouble is not null) messages.WriteLine($"nf: {folders.Drops} can be used again");
            _trouble = null;
            return worked;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception e) when (StateException.IsIoProblem(e) && e is not Host.HostLinkException)
        {
            var trouble = e.Message.Split('\n')[0].TrimEnd('\r', '.');
            if (trouble != _trouble) messages.WriteLine($"nf: {folders.Drops} or {folders.Answers} cannot be used now ({trouble}): mend it, files wait there meanwhile");
            _trouble = trouble;
            return false;
        }
    }

    private async Task<bool> StepAsync()
    {
        desk.TakeClaimed(folders);
        if (desk.IsAnswered)
        {
            desk.Finish();
            return true;
        }

        if (desk.HasFile) return await register.BetweenCommandsAsync((machine, silence) => MayUse(machine, silence) && (desk.Advance(machine) || desk.IsAnswered));
        return _watch.Look(folders.Look(), _wall.Elapsed) is { } file && desk.Claim(folders, file);
    }

    private static bool MayUse(RegisterMachine machine, TimeSpan silence) =>
        silence >= (machine.Register.Receipts.Receipt.IsOpen ? OpenReceiptSilence : LineSilence);
}
