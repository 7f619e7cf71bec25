using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Page;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Commands;

/// <summary><c>nf run</c>: a register that lives until it is stopped, with a page and a host line.</summary>
public static class RunCommand
{
    /// <summary>Runs until Ctrl+C, SIGTERM, or a failure of the state directory.</summary>
    public static async Task<int> RunAsync(RunOrder order, CancellationToken stop)
    {
        order.CheckFolders();
        var directory = StateDirectory.Open(order.State, createIfMissing: true);
        var clock = new ClockFile(directory.ClockPath);
        var start = clock.Load() ?? ClockBase.Romania(TimeProvider.System);
        clock.Save(start);
        using var stored = StoredRegister.Open(directory, new VirtualTime(), new WallCivilTime(start, TimeProvider.System, clock.Save));
        var paper = new PaperFeed(PaperRollFile.Read(directory.PaperPath));
        stored.Printed += paper.Append;
        var machine = new RegisterMachine(stored.Hardware);
        machine.Hardware.ServiceJumper.Closed = order.ServiceSwitch;
        SwitchOn(machine, directory, order.Unfiscalised);
        if (order.SelfTest) machine.Register.PrintSelfTest();
        var folders = RunFolders.Open(order, directory, machine);
        using var live = new LiveRegister(machine, order.HostPort);
        await using var anaf = await RunAnaf.StartAsync(order, directory);
        await using var page = await PageServer.StartAsync(live, paper, order.HttpPort, anaf is null ? null : AnafBeside.Of(anaf.Server, live, stored, directory));
        live.Start();
        Say(page.Url, live.HostPort, directory, order, anaf);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var serving = folders.ServeAsync(live, stopping.Token);
        var code = await WaitAsync(live, serving, directory, stop);
        await stopping.CancelAsync();
        await serving;
        return code;
    }

    // A new register is fiscalised with demo data at once, unless a technician is to do it; one with a fault runs and says
    // what is wrong.
    private static void SwitchOn(RegisterMachine machine, StateDirectory directory, bool unfiscalised)
    {
        var error = machine.PowerOn();
        if (error == FiscalError.None && !unfiscalised && !machine.Register.Identity.IsFiscalised) error = machine.Register.Fiscalise(DemoShop.Order());
        if (error != FiscalError.None)
            Console.Error.WriteLine($"nf: the register in {directory.Root} is blocked: {(int)error} {FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}");
    }

    private static void Say(string page, int hostPort, StateDirectory directory, RunOrder order, RunAnaf? anaf)
    {
        Console.WriteLine($"page       {page}");
        Console.WriteLine($"host line  127.0.0.1:{hostPort}");
        Console.WriteLine($"state      {directory.Root}");
        if (anaf is not null) AnafCommand.Say(anaf.Server);
        if (order.Bonuri is not null) Console.WriteLine($"bonuri     {order.DropsPath}\nraspuns    {order.AnswersPath}");
        Console.Error.WriteLine("Ctrl+C switches the register off.");
    }

    private static async Task<int> WaitAsync(LiveRegister live, Task serving, StateDirectory directory, CancellationToken stop)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = stop.Register(stopped.SetResult);
        await Task.WhenAny(live.Ended, stopped.Task, serving);
        if (serving.IsFaulted) await serving;
        if (stop.IsCancellationRequested) return ExitCode.Ok;
        var failure = await live.Ended;
        if (failure is null) return ExitCode.Ok;
        if (failure is UnauthorizedAccessException or IOException and not HostLinkException) throw StateException.From(directory.Root, failure);
        throw failure;
    }
}
