using System.Text;
using CsCheck;
using Nf.Emulator.FiscalNet;

namespace Nf.Tests.Machine.FiscalNet;

[TestClass]
public sealed class FiscalNetDocumentsTests
{
    [TestMethod]
    public void ABlankLineOrTheFilesEndEndsAReceiptAndACommentDoesNot()
    {
        var documents = Read("# opening\nI^1000\nX^\n@2026-11-16 07:00:00\nS^a^1^1^BUC^1^1\n# why\nP^1^\n \r\nVB^\n\n\nZ^");
        Assert.AreEqual("I^1000|X^|@2026-11-16 07:00:00|S^a^1^1^BUC^1^1;P^1^|VB^|Z^", string.Join('|', documents.Select(Print)));
        Assert.AreEqual("2 3 4 5 9 12", string.Join(' ', documents.Select(document => document.Source.Number)));
    }

    [TestMethod]
    [DataRow("X^")]
    [DataRow("O^100")]
    [DataRow("@2026-11-16 07:00:00")]
    public void ACommandInsideAReceiptIsRefused(string line)
    {
        var error = Assert.ThrowsExactly<FiscalNetException>(() => Read("S^a^1^1^BUC^1^1\nP^1^\n" + line));
        Assert.AreEqual("day.txt:3: inside a receipt; leave a blank line after the receipt's last line", error.Message);
    }

    [TestMethod]
    public void TheClockDoesNotGoBack()
    {
        Assert.AreEqual(2, Read("@2026-11-16 07:00:00\n@2026-11-16 07:00:00").Count);
        var error = Assert.ThrowsExactly<FiscalNetException>(() => Read("@2026-11-16 07:00:00\n@2026-11-16 06:59:59"));
        Assert.AreEqual("day.txt:2: the clock cannot go back", error.Message);
    }

    [TestMethod]
    public void WhateverIsPrintedReadsBackAsTheSame()
    {
        RandomDocuments.Files.Sample(lines =>
        {
            var printed = string.Join('\n', lines);
            var again = string.Join("\n\n", Read(printed).Select(document => Print(document).Replace(';', '\n')));
            return again == string.Join("\n\n", Read(again).Select(document => Print(document).Replace(';', '\n')))
                && again.Split('\n').Where(line => line != "").SequenceEqual(lines.Where(line => line != ""));
        });
    }

    private static IReadOnlyList<FiscalNetDocument> Read(string text) =>
        FiscalNetReader.Read("day.txt", Encoding.UTF8.GetBytes(text));

    private static string Print(FiscalNetDocument document) => document switch
    {
        FiscalNetDocument.Receipt receipt => string.Join(';', receipt.Lines),
        FiscalNetDocument.Command command => command.Line.ToString(),
        FiscalNetDocument.ClockMove move => move.Line.ToString(),
        _ => throw new AssertFailedException("a document of an unknown kind"),
    };
}
