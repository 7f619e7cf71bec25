using CsCheck;
using Nf.Emulator.FiscalNet;

namespace Nf.Tests.Machine.FiscalNet;

/// <summary>Random files of the language: well-formed lines, receipts in blocks, whatever a register would say to them.</summary>
internal static class RandomDocuments
{
    private const long AmountMost = 999_999_999;

    private static readonly SourceLine Nowhere = new("random", 0);

    // No ^ and no ; (the test joins with it), no blank at an end: what a value can hold.
    private static readonly Gen<string> Words =
        Gen.Char["abcXYZ 0123,.-/%#@ăâîșțĂÂÎȘȚ€"].Array[1, 40].Select(letters => "n" + new string(letters).TrimEnd());

    private static readonly Gen<long> Amount = Gen.Long[1, AmountMost];

    private static readonly Gen<FiscalNetLine> ReceiptLine = Gen.OneOf<FiscalNetLine>(
        Gen.Select(Words, Gen.Long[0, AmountMost], Amount, Words, Gen.Int[1, 5], Gen.Int[0, 99]).Select(
            (name, price, quantity, unit, group, department) =>
                (FiscalNetLine)new FiscalNetLine.Sale(Nowhere, name, price, quantity, unit, group, department)),
        Gen.Select(Gen.Enum<Adjustment>(), Gen.Long[1, 9_999]).Select(
            (kind, value) => (FiscalNetLine)new FiscalNetLine.Adjust(Nowhere, kind, value)),
        Words.Select(code => (FiscalNetLine)new FiscalNetLine.Buyer(Nowhere, code)),
        Words.Select(words => (FiscalNetLine)new FiscalNetLine.Note(Nowhere, words)),
        Gen.Select(Gen.Int[1, 8], Amount, Gen.Bool).Select(
            (type, amount, all) => (FiscalNetLine)new FiscalNetLine.Payment(Nowhere, type, all ? null : amount)),
        Gen.Const((FiscalNetLine)new FiscalNetLine.Subtotal(Nowhere)),
        Gen.Const((FiscalNetLine)new FiscalNetLine.VoidLast(Nowhere)),
        Gen.Const((FiscalNetLine)new FiscalNetLine.Cancel(Nowhere)));

    private static readonly Gen<FiscalNetLine> Command = Gen.OneOf<FiscalNetLine>(
        Gen.Bool.Select(daily => (FiscalNetLine)new FiscalNetLine.Report(Nowhere, daily ? 'Z' : 'X')),
        Gen.Select(Gen.Bool, Amount).Select((put, amount) => (FiscalNetLine)new FiscalNetLine.ServiceSum(Nowhere, put, amount)));

    private static readonly Gen<string[]> Block = Gen.OneOf(
        ReceiptLine.Array[1, 8].Select(lines => (string[])[.. lines.Select(line => line.ToString()), ""]),
        Command.Select(line => (string[])[line.ToString()]));

    /// <summary>The lines of a file; a blank one after each receipt, the clock now and then.</summary>
    public static readonly Gen<string[]> Files = Gen.Select(Block.Array[0, 8], Gen.Int[0, 600].Array[8]).Select(WithClock);

    private static string[] WithClock(string[][] blocks, int[] minutes)
    {
        var time = new DateTime(2026, 11, 16, 7, 0, 0);
        var lines = new List<string>();
        for (var i = 0; i < blocks.Length; i++)
        {
            time = time.AddMinutes(minutes[i]);
            if (minutes[i] % 2 == 0) lines.Add(new FiscalNetLine.Clock(Nowhere, time).ToString());
            lines.AddRange(blocks[i]);
        }

        return [.. lines];
    }
}
