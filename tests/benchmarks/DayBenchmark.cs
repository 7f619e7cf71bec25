using System.Text;
using Nf.Emulator.Commands;
using Nf.Emulator.FiscalNet;

namespace Nf.Benchmarks;

/// <summary>The day of 500 receipts inside this process: a new register in RAM, on virtual time.</summary>
public sealed class DayBenchmark : IBenchmark
{
    private const int WarmUp = 2;
    private const int Runs = 7;

    public string Name => "day";

    public IEnumerable<Figure> Run()
    {
        var documents = FiscalNetReader.Read("day", Encoding.UTF8.GetBytes(ShopDay.Text()));
        PlayStep[] steps = [.. documents.Select(document => new PlayStep(document, FiscalNetTranslator.Translate(document)))];
        var first = documents.OfType<FiscalNetDocument.ClockMove>().First().Line.Time;
        yield return new Figure("day: 500 receipts", Sample.Median(Sample.Milliseconds(WarmUp, Runs, () => Live(steps, first))), "ms");
    }

    private static void Live(PlayStep[] steps, DateTime first)
    {
        using var register = PlayRegister.OfItsOwn(first);
        register.SwitchOn();
        var player = new Player(register, TextWriter.Null, TextWriter.Null);
        foreach (var step in steps) player.Play(step);
        register.SwitchOff();
        if (player.Refusals > 0) throw new InvalidOperationException($"{player.Refusals} documents were refused");
    }
}
