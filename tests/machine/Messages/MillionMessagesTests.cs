using Nf.Emulator.Anaf;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Schemas;
using Nf.Emulator.Peripherals;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Messages;
using Nf.Firmware.Time;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Messages;

/// <summary>Messages of random days: valid against the schema, and their sums hold by ANAF's side's own calculation.</summary>
[TestClass]
public sealed class MillionMessagesTests
{
    private const int ReceiptsOfDay = 500;
    private const int Receipts = 1_000_000;
    private const int Seed = 20261124;
    private const int Workers = 4;

    [TestMethod]
    public void Messages_are_valid_and_their_sums_right()
    {
        const int Days = Receipts / ReceiptsOfDay / Workers;
        var receipts = 0;
        Parallel.For(0, Workers, worker =>
        {
            var random = new Random(Seed + worker);
            var register = TestRegister.Fiscalised();
            for (var day = 1; day <= Days; day++) Interlocked.Add(ref receipts, Check(register.Register, register.Card, random, day));
        });
        Assert.IsInRange(Receipts * 9 / 10, Receipts * 11 / 10, receipts);
    }

    // How many receipts the day has.
    private static int Check(Nf.Firmware.Register core, CardModel card, Random random, int number)
    {
        var begin = CivilTime.FromDateTime(new DateTime(2026, 11, 16, 8, 0, 0)) + number * CivilTime.SecondsPerDay;
        var day = new RandomDay(core.Identity, random);
        day.Sell(begin, random.Next(2 * ReceiptsOfDay + 1));
        var records = day.Records;
        card.Append($"Z{number:0000}.TXT", [10], 0, 1);
        if (records.Length > 0) card.Append($"Z{number:0000}.REC", records, 0, records.Length);
        var payload = new byte[ClosureRecord.SavedLength];
        var length = day.SaveClosure(payload, number);
        Assert.AreEqual(FiscalError.None, core.Log.Append(RecordKind.Closure, begin + 50_000, payload, length));
        var message = new DayMessage(core.Identity, core.Log, new CardJournal(card), MessageSteps.NoEvents());
        message.Of(number, begin + 50_010);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(TextSink.Of(message)));
        var document = AnafSchemas.Read(stream);
        Assert.IsEmpty(document.Problems, $"day {number}");
        var checks = new CheckList();
        TotalsChecks.Check(document.Kind, document.Root!, AnafRules.Usual, checks);
        Assert.IsNull(checks.FirstWrong, $"day {number}: {checks.FirstWrong?.Name} {checks.FirstWrong?.Detail}");
        return document.Root!.Elements().Count(element => element.Name.LocalName == "bon");
    }
}
