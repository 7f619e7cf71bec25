using Nf.Emulator.Page;
using Nf.Emulator.Peripherals;

namespace Nf.Tests.Browser;

[TestClass]
public sealed class PaperFeedTests
{
    [TestMethod]
    public void KeepsTheNewestLines()
    {
        var feed = new PaperFeed([.. Lines(0, PaperFeed.Capacity + 5)]);
        Assert.AreEqual("5", feed.Lines[0].Text);
        feed.Append(new PaperLine("newest"));
        Assert.HasCount(PaperFeed.Capacity, feed.Lines);
        Assert.AreEqual("6", feed.Lines[0].Text);
        Assert.AreEqual("newest", feed.Lines[^1].Text);
        Assert.AreEqual(PaperFeed.Capacity + 6, feed.Total);
        Assert.AreEqual(6, feed.Window.First);
    }

    [TestMethod]
    public void SnapshotStaysAsItWas()
    {
        var feed = new PaperFeed([]);
        feed.Append(new PaperLine("one"));
        var before = feed.Lines;
        feed.Append(new PaperLine("two"));
        Assert.HasCount(1, before);
        Assert.HasCount(2, feed.Lines);
    }

    [TestMethod]
    public void WatchersHearOfEachLine()
    {
        var feed = new PaperFeed([]);
        List<int> heard = [];
        feed.Changed += () => heard.Add(feed.Lines.Count);
        foreach (var line in Lines(0, 3)) feed.Append(line);
        CollectionAssert.AreEqual(new[] { 1, 2, 3 }, heard);
    }

    [TestMethod]
    public void CutsDivideThePaperIntoSheetsThatKeepTheirPlace()
    {
        var window = new PaperWindow(100, [.. Lines(0, 3), PaperLine.Cut, .. Lines(3, 2), PaperLine.Cut, .. Lines(5, 1)]);
        var sheets = PaperSheet.Of(window).Select(sheet => (sheet.First, sheet.Lines.Count, sheet.IsCut)).ToArray();
        CollectionAssert.AreEqual(new[] { (100L, 3, true), (104L, 2, true), (107L, 1, false) }, sheets);
    }

    private static IEnumerable<PaperLine> Lines(int from, int count) =>
        Enumerable.Range(from, count).Select(i => new PaperLine(i.ToString()));
}
