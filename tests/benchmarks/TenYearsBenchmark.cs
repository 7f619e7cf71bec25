using System.Text;
using Nf.Emulator.Commands;
using Nf.Emulator.FiscalNet;

namespace Nf.Benchmarks;

/// <summary>All the days that a fiscal memory has room for, three receipts each, in one register in RAM on virtual time.</summary>
public sealed class TenYearsBenchmark : IBenchmark
{
    private const int Days = 3650;
    private const double MillisecondsInASecond = 1000;

    private static readonly DateTime FirstDay = new(2026, 11, 16);

    public string Name => "ten-years";

    public IEnumerable<Figure> Run()
    {
        var days = Enumerable.Range(0, Days).Select(i => Steps(FirstDay.AddDays(i))).ToArray();
        yield return new Figure("ten-years: 3,650 days", Sample.Milliseconds(() => Live(days)) / MillisecondsInASecond, "s", "<= 120");
    }

    private static void Live(PlayStep[][] days)
    {
        using var register = PlayRegister.OfItsOwn(FirstDay);
        register.SwitchOn();
        var player = new Player(register, TextWriter.Null, TextWriter.Null);
        foreach (var step in days.SelectMany(day => day)) player.Play(step);
        register.SwitchOff();
        if (player.Refusals > 0) throw new InvalidOperationException($"{player.Refusals} documents were refused");
        if (register.Machine.Register.State.LastZ != Days) throw new InvalidOperationException($"{register.Machine.Register.State.LastZ} days were closed");
    }

    private static PlayStep[] Steps(DateTime date)
    {
        var day = FormattableString.Invariant($"{date:yyyy-MM-dd}");
        var text = $"""
            @{day} 09:00:00
            S^PÂINE ALBĂ FELIATĂ 500G^450^1000^BUC^2^1
            P^1^

            @{day} 12:00:00
            S^CAFEA ESPRESSO LA PAHAR^700^1000^BUC^1^10
            S^TELEMEA DE OAIE^4590^285^KG^2^2
            P^2^

            @{day} 18:00:00
            S^ZIARUL DE DIMINEAȚĂ^500^1000^BUC^2^8
            P^1^

            @{day} 22:00:00
            Z^
            """;
        return [.. FiscalNetReader.Read(day, Encoding.UTF8.GetBytes(text)).Select(d => new PlayStep(d, FiscalNetTranslator.Translate(d)))];
    }
}
