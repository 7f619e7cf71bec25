using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.State;

namespace Nf.Benchmarks;

/// <summary>Receipts of five lines over TCP into a live register with its state in files, as <c>nf run</c> has it.</summary>
public sealed class HostLineBenchmark : IBenchmark
{
    private const int WarmUp = 200;
    private const int Receipts = 2000;

    public string Name => "host-line";

    public IEnumerable<Figure> Run()
    {
        using var folder = new TempFolder();
        using var directory = StateDirectory.Open(folder["state"], createIfMissing: true);
        var clock = new WallCivilTime(ClockBase.Romania(TimeProvider.System), TimeProvider.System);
        using var stored = StoredRegister.Open(directory, new VirtualTime(), clock);
        using var live = new LiveRegister(SwitchedOn(stored.Hardware), 0);
        live.Start();
        using var channel = new TcpHostChannel("127.0.0.1", live.HostPort);
        var client = new DatecsClient(channel);
        var times = Sample.Milliseconds(WarmUp, Receipts, () => Sell(client));
        yield return new Figure("host-line: receipt, p50", Sample.Percentile(times, 50), "ms");
        yield return new Figure("host-line: receipt, p99", Sample.Percentile(times, 99), "ms", "<= 5");
    }

    private static RegisterMachine SwitchedOn(Hardware hardware)
    {
        var machine = new RegisterMachine(hardware);
        var error = machine.PowerOn();
        if (error == FiscalError.None) error = machine.Register.Fiscalise(DemoShop.Order());
        return error == FiscalError.None ? machine : throw new InvalidOperationException($"start-up: {error}");
    }

    private static void Sell(DatecsClient client)
    {
        Do(client, 48, "1\t0001\t1\t\t\t");
        for (var line = 0; line < 5; line++) Do(client, 49, "Pâine albă 300 g\t2\t5.50\t2.000\t\t\t1\tBUC\t");
        Do(client, 53, "0\t100.00\t");
        Do(client, 56, "");
    }

    private static void Do(DatecsClient client, int command, string data)
    {
        var reply = client.SendData(command, data);
        if (!reply.Ok) throw new InvalidOperationException($"command {command} was refused: {reply.ErrorCode}");
    }
}
