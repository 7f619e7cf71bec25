using System.Globalization;
using System.Xml.Linq;
using Nf.Emulator.Anaf.Store;
using Nf.Firmware.Day;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Online;

namespace Nf.Tests.Machine.WholePath;

/// <summary>Whether paper, fiscal memory, journal, server and the test's own count say the same of each closed day, to the ban.</summary>
internal sealed class Inventory(Month month)
{
    private readonly OnlineRegister _online = month.Online;
    private readonly string[] _paper = month.Online.Register.Paper;
    private readonly MessageRow[] _taken = [.. month.Online.Desk.Messages.List(OnlineRegister.Series, count: 1000).Where(row => row.Z > 0 && row.Code == 0)];

    /// <summary>Counts everything.</summary>
    public void Take()
    {
        var days = _online.Register.Register.Log.Count(RecordKind.Closure);
        Assert.IsFalse(_online.Outbox.HasUnsent, "something is unsent");
        Assert.AreEqual(days, month.Trade.Days.Count, "closed days");
        CollectionAssert.AreEqual(Enumerable.Range(1, days).ToArray(), _taken.Select(row => row.Z!.Value).Order().ToArray(), "each Z once at the server, none missing");
        Assert.AreEqual(days, _online.Desk.Registers.Find(OnlineRegister.Series)!.LastZ);
        Assert.AreEqual(0, _online.Register.Hardware.FiscalMemory.Violations.Count, "a location was programmed twice");
        for (var z = 1; z <= days; z++) Day(z);
    }

    private void Day(int z)
    {
        var closure = Closure(z);
        var totals = closure.Totals;
        var (receipts, total) = month.Trade.Days[z];
        Assert.AreEqual((receipts, total), (totals.Receipts, Lei(totals.Total)), $"Z {z}: fiscal memory and the host's count");
        Assert.AreEqual(Convert.ToHexString(closure.Digest), _online.Register.JournalHash(z), $"Z {z}: journal");
        Assert.AreEqual((receipts, total, Lei(totals.TotalVat)),
            ((int)Printed(z, "NUMĂR BONURI FISCALE"), Printed(z, "VAL. TOTALĂ VÂNZĂRI"), Printed(z, "TOTAL TVA")), $"Z {z}: paper");
        Message(z, totals);
    }

    private void Message(int z, DayTotals totals)
    {
        var day = XElement.Parse(System.Text.Encoding.UTF8.GetString(_online.Desk.Messages.Content(_taken.Single(row => row.Z == z).Id)!));
        var report = day.Elements().Single(element => element.Name.LocalName == "rB");
        var receipts = day.Elements().Where(element => element.Name.LocalName == "bon").ToList();
        Assert.AreEqual((totals.Receipts, totals.Receipts), ((int)Sum([report], "nrB"), receipts.Count), $"Z {z}: receipts in the message");
        Assert.AreEqual((Lei(totals.Total), Lei(totals.TotalVat)), (Sum([report], "totB"), Sum([report], "totTva")), $"Z {z}: sums in the message");
        Assert.AreEqual((Lei(totals.Total), Lei(totals.TotalVat)), (Sum(receipts, "totB"), Sum(receipts, "totTva")), $"Z {z}: the message's receipts");
        Assert.AreEqual(Lei(totals.Total), Sum(report.Elements().Where(element => element.Name.LocalName == "pl"), "valPl"), $"Z {z}: payments");
    }

    private ClosureRecord Closure(int z)
    {
        var log = _online.Register.Register.Log;
        Assert.IsTrue(log.ReadNumbered(RecordKind.Closure, z), $"Z {z} is in the fiscal memory");
        var closure = new ClosureRecord();
        closure.Load(log.Payload);
        return closure;
    }

    // The first line with the words after the last time that the Z's number was printed.
    private decimal Printed(int z, string words)
    {
        var start = Array.FindLastIndex(_paper, line => line.Trim() == $"Z NR: {z:0000}");
        Assert.IsGreaterThanOrEqualTo(0, start, $"Z {z} is on paper");
        var line = _paper.Skip(start).First(text => text.StartsWith(words + " ", StringComparison.Ordinal));
        return decimal.Parse(line[words.Length..], CultureInfo.InvariantCulture);
    }

    private static decimal Sum(IEnumerable<XElement> elements, string name) =>
        elements.Sum(element => decimal.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture));

    private static decimal Lei(long bani) => bani / 100m;
}
