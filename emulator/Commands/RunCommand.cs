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
    public static async Task<int> RunAsync(string state, int httpPort, int hostPort, CancellationToken stop)
    {
        var directory = StateDirectory.Open(state, createIfMissing: true);
        var clock = new ClockFile(directory.ClockPath);
        var start = clock.Load() ?? ClockBase.Romania(TimeProvider.System);
        clock.Save(start);
        using var stored = StoredRegister.Open(directory, new VirtualTime(), new WallCivilTime(start, TimeProvider.System, clock.Save));
        var paper = new PaperFeed(PaperRollFile.Read(directory.PaperPath));
        stored.Printed += paper.Append;
        var machine = new RegisterMachine(stored.Hardware);
        SwitchOn(machine, directory);
        using var live = new LiveRegister(machine, hostPort);
        await using var page = PageServer.Build(live, paper, httpPort);
        await PageServer.StartAsync(page, httpPort);
        live.Start();
        Say(page.Urls.First(), live.HostPort, directory);
        return await WaitAsync(live, directory, stop);
    }

    // A new register is fiscalised with demo data at once; one with a fault runs and says what is wrong.
    private static void SwitchOn(RegisterMachine machine, StateDirectory directory)
    {
        var error = machine.PowerOn();
        if (error == FiscalError.None && !machine.Register.Identity.IsFiscalised) error = machine.Register.Fiscalise(DemoShop.Order());
        if (error != FiscalError.None)
            Console.Error.WriteLine($"nf: the register in {directory.Root} is blocked: {(int)error} {FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}");
    }

    private static void Say(string page, int hostPort, StateDirectory directory)
    {
        Console.WriteLine($"page       {page}");
        Console.WriteLine($"host line  127.0.0.1:{hostPort}");
        Console.WriteLine($"state      {directory.Root}");
        Console.Error.WriteLine("Ctrl+C switches the register off.");
    }

    private static async Task<int> WaitAsync(LiveRegister live, StateDirectory directory, CancellationToken stop)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = stop.Register(stopped.SetResult);
        if (await Task.WhenAny(live.Ended, stopped.Task) == stopped.Task) return ExitCode.Ok;
        var failure = await live.Ended;
        if (failure is null) return ExitCode.Ok;
        if (failure is IOException or UnauthorizedAccessException) throw StateException.From(directory.Root, failure);
        throw failure;
    }
}
