using Nf.Emulator.FiscalNet;

namespace Nf.Tests.Machine.FiscalNet;

/// <summary>The sample day shows the whole language, and every line of it can be sent to a register.</summary>
[TestClass]
public sealed class CornerShopDayTests
{
    private static readonly IReadOnlyList<FiscalNetDocument> Day = FiscalNetReader.Read(
        "corner-shop-day.txt",
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "corner-shop-day.txt")));

    private static IEnumerable<FiscalNetDocument.Receipt> Receipts => Day.OfType<FiscalNetDocument.Receipt>();

    private static IEnumerable<FiscalNetLine> Lines => Receipts.SelectMany(receipt => receipt.Lines)
        .Concat(Day.OfType<FiscalNetDocument.Command>().Select(command => command.Line));

    [TestMethod]
    public void EveryDocumentTranslates()
    {
        Assert.IsGreaterThanOrEqualTo(65, Receipts.Count());
        foreach (var receipt in Receipts) Assert.IsGreaterThan(3, FiscalNetTranslator.Translate(receipt).Count);
    }

    [TestMethod]
    public void ItRunsFromSevenToTen()
    {
        var times = Day.OfType<FiscalNetDocument.ClockMove>().Select(move => move.Line.Time).ToList();
        Assert.AreEqual(new DateTime(2026, 11, 16, 7, 0, 0), times[0]);
        Assert.AreEqual(new DateTime(2026, 11, 16, 22, 0, 0), times[^1]);
        Assert.AreEqual("Z^", ((FiscalNetDocument.Command)Day[^1]).Line.ToString());
    }

    [TestMethod]
    public void EveryKindOfLineEveryPaymentAndEveryVatGroupIsInIt()
    {
        var marks = Lines.Select(line => line.ToString().Split('^')[0]).ToHashSet();
        foreach (var mark in "S CF DP DV MP MV ST TL VS P VB X Z I O".Split(' ')) Assert.Contains(mark, marks);
        foreach (var type in Enumerable.Range(1, 8)) Assert.Contains(type, Lines.OfType<FiscalNetLine.Payment>().Select(p => p.Type));
        foreach (var group in Enumerable.Range(1, 5)) Assert.Contains(group, Lines.OfType<FiscalNetLine.Sale>().Select(s => s.VatGroup));
    }
}
