using System.Xml.Linq;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Tests.Machine.Scenarios;

/// <summary>The report is what CI systems read: counts that agree, one case a story, only characters that XML has.</summary>
[TestClass]
public sealed class JUnitReportTests
{
    [TestMethod]
    public void Every_verdict_has_its_form()
    {
        var xml = Report(Ended(StoryVerdict.Passed), Ended(StoryVerdict.Failed, "expected 1\n  got 2"), Ended(StoryVerdict.TimedOut, "stands still"), Ended(StoryVerdict.Skipped, "needs clock"));
        var suite = xml.Root!.Element("testsuite")!;
        CollectionAssert.AreEqual(new[] { "4", "1", "1", "1" }, new[] { "tests", "failures", "errors", "skipped" }.Select(name => suite.Attribute(name)!.Value).ToArray());
        var cases = suite.Elements("testcase").ToList();
        Assert.HasCount(4, cases);
        Assert.IsFalse(cases[0].Elements().Any(e => e.Name.LocalName is "failure" or "error" or "skipped"));
        Assert.AreEqual("expected 1", cases[1].Element("failure")!.Attribute("message")!.Value);
        StringAssert.Contains(cases[1].Element("failure")!.Value, "s.yaml:1:1: failed: expected 1\n  got 2");
        Assert.AreEqual("timeout", cases[2].Element("error")!.Attribute("type")!.Value);
        Assert.AreEqual("needs clock", cases[3].Element("skipped")!.Attribute("message")!.Value);
        Assert.AreEqual("1.500", cases[0].Attribute("time")!.Value);
        Assert.AreEqual("A story", cases[0].Attribute("name")!.Value);
    }

    [TestMethod]
    public void What_XML_cannot_write_is_replaced()
    {
        var xml = Report(Ended(StoryVerdict.Failed, "got \u0001 & <\uFFFF>"));
        Assert.AreEqual("got \uFFFD & <\uFFFD>", xml.Descendants("failure").Single().Attribute("message")!.Value);
    }

    private static StoryResult Ended(StoryVerdict verdict, string message = "")
    {
        var story = StoryFiles.Of("  - close:");
        return new StoryResult(story, verdict, new StoryPlace("s.yaml", 1, 1), message, ["BON FISCAL"], [], TimeSpan.FromSeconds(1.5), 3);
    }

    private static XDocument Report(params StoryResult[] results)
    {
        using var text = new StringWriter();
        JUnitReport.Write(text, results);
        return XDocument.Parse(text.ToString());
    }
}
