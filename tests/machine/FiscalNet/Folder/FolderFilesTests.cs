using System.Text;
using Nf.Emulator.FiscalNet.Folder;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.FiscalNet.Folder;

/// <summary>What may lie in the folder: other encodings, rubbish, files that are still written, files of others.</summary>
[TestClass]
public sealed class FolderFilesTests
{
    private const string Receipt = "S^ȚUICĂ DE PRUNE^4250^1000^BUC^1^7\r\nP^1^\r\n";

    [TestMethod]
    [DataRow("utf-8")]
    [DataRow("utf-16")]
    [DataRow("windows-1250")]
    public void It_is_read_and_answered_in_its_own_encoding(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var (receipt, wrong) = (Cedillas(Receipt, name), Cedillas("S^ȚUICĂ^x^1000^BUC^1^7\r\n", name));
        using var rig = new FolderRig();
        rig.Drop("1.txt", [.. encoding.Preamble, .. encoding.GetBytes(receipt)]);
        rig.Drop("2.txt", [.. encoding.Preamble, .. encoding.GetBytes(wrong)]);
        rig.Serve();
        Assert.Contains("ȚUICĂ DE PRUNE", rig.Register.Paper);
        var text = encoding.GetString(rig.AnswerBytes("2.txt")).TrimStart('\uFEFF');
        StringAssert.StartsWith(text, "BONOK=0\r\n");
        StringAssert.Contains(text, Cedillas("Fișierul nu poate fi citit", name));
    }

    [TestMethod]
    public void Rubbish_is_answered_and_the_rest_goes_on()
    {
        using var rig = new FolderRig();
        var binary = new byte[4096];
        new Random(7).NextBytes(binary);
        rig.Drop("1.bin", binary);
        rig.Drop("2.txt", "");
        rig.Drop("3.txt", new byte[BonFile.SizeMost + 5]);
        rig.Drop("4.txt", "# nothing\n");
        rig.Drop("5.txt", "@2026-11-16 08:00:00\nX^\n");
        rig.Drop("6.txt", $"S^{new string('A', 600)}^450^1000^BUC^2^1\nP^1^\n");
        rig.Drop("7.txt", new byte[64]);
        rig.Drop("8.txt", $"S^{new string('A', 300)}^450^1000^BUC^2^1\nP^1^\n");
        rig.Drop("9.txt", Receipt);
        rig.Serve();
        foreach (var name in "1.bin 2.txt 3.txt 4.txt 5.txt 6.txt 7.txt".Split(' '))
        {
            CollectionAssert.AreEqual(new[] { "BONOK=0", "ERRCODE=-112001" }, rig.Answer(name)[..2], name);
            StringAssert.Contains(rig.Answer(name)[3], "din nou", name);
        }

        Assert.AreEqual($"ERRCODE={(int)FiscalErrors.Syntax(1)}", rig.Answer("8.txt")[1]);
        CollectionAssert.AreEqual(new[] { "BONOK=1", "NRBON=2" }, rig.Answer("9.txt"));
    }

    [TestMethod]
    public void What_is_still_written_is_left_alone()
    {
        using var rig = new FolderRig();
        string[] names = [".hidden.txt", "~bon.txt", "bon.tmp", "bon.txt.part", "bon.TMP"];
        foreach (var name in names) rig.Drop(name, Receipt);
        rig.Serve();
        CollectionAssert.AreEquivalent(names.Select(name => "Bonuri/" + name).ToArray(), rig.Files());
    }

    [TestMethod]
    public void One_name_may_be_used_again_and_again()
    {
        using var rig = new FolderRig();
        for (var number = 2; number < 5; number++)
        {
            rig.Drop("bon.txt", Receipt);
            rig.Serve();
            Assert.AreEqual($"NRBON={number}", rig.Answer("bon.txt")[1]);
        }
    }

    [TestMethod]
    public void An_open_receipt_of_another_host_is_neither_used_nor_cancelled()
    {
        using var rig = new FolderRig();
        rig.Register.Do(48, "1\t0001\t1\t\t\t");
        rig.Drop("1.txt", Receipt);
        rig.Serve();
        Assert.AreEqual($"ERRCODE={(int)FiscalError.ReceiptOpen}", rig.Answer("1.txt")[1]);
        Assert.IsTrue(rig.Register.Register.Receipts.Receipt.IsOpen);
        rig.Drop("2.txt", "VB^\n");
        rig.Serve();
        Assert.AreEqual("BONOK=1", rig.Answer("2.txt")[0]);
    }

    /// <summary>Somebody used the register behind the program's back: the receipt's key tells whether it was issued.</summary>
    [TestMethod]
    [DataRow("decided")]
    [DataRow("the deciding frame is written down")]
    [DataRow("48 sent")]
    public void A_receipt_is_issued_once_also_when_others_sold_before_the_next_start(string moment)
    {
        using var rig = CutAt(moment, Receipt);
        for (var i = 0; i < 14; i++) rig.Register.SellSomething();
        rig.Restart();
        rig.Serve();
        var number = moment == "decided" ? 2 : 16;
        CollectionAssert.AreEqual(new[] { "BONOK=1", $"NRBON={number}" }, rig.Answer("1.txt"));
        Assert.AreEqual(16, rig.Register.Register.State.Totals.Receipts);
        Assert.AreEqual(0, rig.Register.Register.State.Totals.Cancelled.Count);
    }

    /// <summary>Better an operator's look at the paper than a document twice.</summary>
    [TestMethod]
    [DataRow(Receipt, 16, DisplayName = "more receipts than keys")]
    [DataRow("I^10000\n", 1, DisplayName = "no receipt")]
    public void When_nobody_can_tell_it_asks_for_a_look_at_the_paper_and_prints_nothing(string content, int others)
    {
        using var rig = CutAt("decided", content);
        for (var i = 0; i < others; i++) rig.Register.SellSomething();
        rig.Restart();
        var documents = rig.Register.Register.State.Document.Id;
        rig.Serve();
        CollectionAssert.AreEqual(new[] { "BONOK=-1", $"ERRCODE={(int)FiscalError.Internal}" }, rig.Answer("1.txt")[..2]);
        Assert.AreEqual(documents, rig.Register.Register.State.Document.Id);
    }

    [TestMethod]
    public void Any_name_is_answered_under_itself()
    {
        using var rig = new FolderRig();
        string[] names = ["bon nr 7.txt", " bon.txt", "bon", "țuică și pâine.TXT", "bon.2026.11.16.txt", "-x.txt", "bon'\"$(id).txt"];
        foreach (var name in names) rig.Drop(name, Receipt);
        rig.Serve();
        foreach (var name in names) Assert.AreEqual("BONOK=1", rig.Answer(name)[0], name);
        Assert.AreEqual(1 + names.Length, rig.Register.Register.State.Totals.Receipts);
    }

    private static FolderRig CutAt(string moment, string content)
    {
        var rig = new FolderRig();
        rig.Drop("1.txt", content);
        rig.Desk.Moment = passed =>
        {
            if (passed == moment) throw new InvalidOperationException();
        };
        Assert.ThrowsExactly<InvalidOperationException>(rig.Serve);
        rig.Register.Machine.PowerOn();
        return rig;
    }

    private static string Cedillas(string text, string encoding) => encoding == "windows-1250"
        ? text.Replace('ș', 'ş').Replace('ț', 'ţ').Replace('Ș', 'Ş').Replace('Ț', 'Ţ') : text;
}
