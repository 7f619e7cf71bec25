using System.Diagnostics;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using Nf.Tests.Machine.Anaf;
using Nf.Tests.Machine.State;

namespace Nf.Benchmarks;

/// <summary>Many registers, each with its own certificate and connection, send their day to one stand-in in the same process.</summary>
/// <param name="registers">How many.</param>
public sealed class AnafLoadBenchmark(int registers) : IBenchmark
{
    private const int Receipts = 100;
    private const double MegaByte = 1_000_000;
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 6, 0, 0, TimeSpan.Zero);

    public string Name => "anaf-load";

    public IEnumerable<Figure> Run()
    {
        using var folder = new TempFolder();
        using var desk = AnafDesk.Open(folder.Root, Now, null, TestKeys.Stored(1));
        var server = AnafServer.StartAsync(desk, AnafServerOrder.OnAnyPorts(new FixedClock(Now))).GetAwaiter().GetResult();
        var many = new ManyRegisters(desk, server, Now);
        var registering = Sample.Milliseconds(() => many.Register(registers));
        double[] times = [];
        var sending = Sample.Milliseconds(() => times = many.SendDayAsync(1, Receipts).GetAwaiter().GetResult());
        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (desk.Messages.Count != registers) throw new InvalidOperationException($"{desk.Messages.Count} messages of {registers} are kept");
        var all = $"anaf-load: {registers:N0} registers";
        yield return new Figure($"{all}, registered", registering / 1000, "s");
        yield return new Figure($"{all}, a day of {Receipts} receipts each, confirmed", sending / 1000, "s");
        yield return new Figure("anaf-load: days a second", registers / (sending / 1000), "1/s");
        yield return new Figure("anaf-load: connection to confirmation, p50", Sample.Median(times), "ms");
        yield return new Figure("anaf-load: connection to confirmation, p99", Sample.Percentile(times, 99), "ms");
        yield return new Figure("anaf-load: peak memory of both sides", Process.GetCurrentProcess().PeakWorkingSet64 / MegaByte, "MB");
        yield return new Figure("anaf-load: size of the file", new FileInfo(folder["anaf.sqlite"]).Length / MegaByte, "MB");
    }
}
