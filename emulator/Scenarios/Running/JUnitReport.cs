using System.Globalization;
using System.Text;
using System.Xml;

namespace Nf.Emulator.Scenarios.Running;

/// <summary>Results as JUnit XML, which every CI reads. A time-out is an error, so that it can be told from a failure.</summary>
public static class JUnitReport
{
    private const string Suite = "nf scenario";

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter target, IReadOnlyList<StoryResult> results)
    {
        using var xml = XmlWriter.Create(target, new XmlWriterSettings { Indent = true, Encoding = Encoding.UTF8, NewLineChars = "\n" });
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Suite);
        Count(xml, "tests", results.Count);
        Count(xml, "failures", Of(results, StoryVerdict.Failed));
        Count(xml, "errors", Of(results, StoryVerdict.TimedOut));
        Count(xml, "skipped", Of(results, StoryVerdict.Skipped));
        Seconds(xml, results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Elapsed));
        foreach (var result in results) Case(xml, result);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, StoryResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(result.Story.Title));
        xml.WriteAttributeString("classname", Clean(Path.GetFileNameWithoutExtension(result.Story.File)));
        xml.WriteAttributeString("file", Clean(result.Story.File));
        Seconds(xml, result.Elapsed);
        Verdict(xml, result);
        xml.WriteElementString("system-out", Clean($"seed {result.Seed}\n{string.Join('\n', result.Paper)}\n"));
        xml.WriteEndElement();
    }

    private static void Verdict(XmlWriter xml, StoryResult result)
    {
        var element = result.Verdict switch { StoryVerdict.Failed => "failure", StoryVerdict.TimedOut => "error", StoryVerdict.Skipped => "skipped", _ => null };
        if (element is null) return;
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", Clean(result.Message.Split('\n')[0]));
        if (result.Verdict == StoryVerdict.TimedOut) xml.WriteAttributeString("type", "timeout");
        xml.WriteString(Clean(StoryText.Of(result)));
        xml.WriteEndElement();
    }

    private static int Of(IReadOnlyList<StoryResult> results, StoryVerdict verdict) => results.Count(result => result.Verdict == verdict);

    private static void Count(XmlWriter xml, string name, int count) => xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));

    private static void Seconds(XmlWriter xml, TimeSpan time) => xml.WriteAttributeString("time", time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));

    // What a register prints may hold characters that XML has no way to write.
    private static string Clean(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));
}
