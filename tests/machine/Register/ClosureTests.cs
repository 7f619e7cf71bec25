using System.Security.Cryptography;
using System.Text;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>Z and X reports: numbers, sums, hash, and that one closes the day and the other nothing (norms, art. 64).</summary>
[TestClass]
public sealed class ClosureTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 34 g)")]
    [Article("HG 479/2003, norme art. 56 (1) a)-c)")]
    [Article("HG 479/2003, norme art. 64 (2) b)")]
    public void Days_and_receipts_are_numbered()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt().Has("Z:0001 BF:0001 NR.AMEF:0001");
        register.Receipt().Has("Z:0001 BF:0002 NR.AMEF:0001");
        Assert.AreEqual("1", register.Do(69, "Z\t").Fields[0]);
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("RAPORT FISCAL DE ÎNCHIDERE ZILNICĂ", "Z NR: 0001", "NUMĂR BONURI FISCALE 2");
        register.Receipt().Has("Z:0002 BF:0001 NR.AMEF:0001");
        register.CloseDay().HasInOrder("Z NR: 0002", "NUMĂR BONURI FISCALE 1");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 C a)")]
    [Article("HG 479/2003, norme art. 34 g)")]
    [Article("HG 479/2003, norme art. 34 j)")]
    [Article("HG 479/2003, norme art. 64 (1)")]
    public void A_closed_day_leaves_empty_sums_and_a_grand_total()
    {
        var register = TestRegister.Fiscalised();
        register.Do(70, "0\t50.00\t");
        register.Receipt("121.00");
        register.CloseDay().HasInOrder("VAL. TOTALĂ VÂNZĂRI 121.00", "TOTAL TVA 21.00", "SUME SERVICIU INTRODUSE: 1 50.00",
            "NUMERAR LEI 121.00", "NUMERAR ÎN SERTAR 171.00", "TOTAL GENERAL 121.00", "TOTAL GENERAL TVA 21.00");
        var state = register.Register.State;
        Assert.AreEqual(0, state.Totals.Total + state.Totals.Drawer + state.Totals.Receipts + state.FirstReceipt);
        register.Receipt("12.10");
        var second = register.CloseDay();
        second.HasInOrder("VAL. TOTALĂ VÂNZĂRI 12.10", "SUME SERVICIU INTRODUSE: 0 0.00", "NUMERAR ÎN SERTAR 12.10", "TOTAL GENERAL 133.10",
            "TOTAL GENERAL TVA 23.10");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 63 (7) b)")]
    [Article("HG 479/2003, norme art. 64 (1)")]
    public void An_empty_day_is_closed_too()
    {
        var register = TestRegister.Fiscalised();
        register.CloseDay().HasInOrder("Z NR: 0001", "NUMĂR BONURI FISCALE 0", "VAL. TOTALĂ VÂNZĂRI 0.00", "TOTAL GENERAL 0.00");
        register.CloseDay().Has("Z NR: 0002");
        Hash(register, 1);
        Hash(register, 2);
        Assert.AreEqual(2, register.Register.Log.Count(RecordKind.Closure));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 F")]
    [Article("HG 479/2003, norme art. 43 (1^1) c)-d)")]
    [Article("HG 479/2003, norme art. 63 (7) a)")]
    [Article("HG 479/2003, norme art. 63 (7) c)")]
    [Article("HG 479/2003, norme art. 64 (2) l)")]
    [Article("OUG 28/1999 art. 4 (4)")]
    public void The_hash_on_paper_in_the_file_and_in_the_fiscal_memory_is_sha_256_of_the_days_lines()
    {
        var register = TestRegister.Fiscalised();
        register.Do(70, "0\t1.00\t");
        register.Receipt("2.00");
        register.Open().Sell("1.00");
        register.Do(60);
        register.Do(69, "X\t");
        var paper = register.CloseDay();
        var digest = Hash(register, 1);
        paper.HasInOrder("[SHA-256]", digest[..32], digest[32..]);
        var closure = new ClosureRecord();
        Assert.IsTrue(register.Register.Log.ReadLatest(RecordKind.Closure));
        closure.Load(register.Register.Log.Payload);
        Assert.AreEqual(digest, Convert.ToHexString(closure.Digest));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 E")]
    [Article("HG 479/2003, norme art. 63 (2)")]
    [Article("HG 479/2003, norme art. 63 (7) c)")]
    [Article("OUG 28/1999 art. 4 (4)")]
    public void The_journal_is_the_paper_line_by_line()
    {
        var register = TestRegister.Fiscalised();
        register.Do(70, "0\t1.00\t");
        register.Receipt("2.00");
        register.CloseDay();
        var paper = register.Roll.Lines.Where(l => !l.IsCut && l.QrPayload is null).Select(l => l.Text.Trim());
        CollectionAssert.AreEqual(paper.ToArray(), register.Journal(1).TrimEnd('\n').Split('\n').Select(l => l.Trim()).ToArray());
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 63 (2)")]
    [Article("HG 479/2003, norme art. 63 (7) b)")]
    public void X_stands_in_no_journal_and_begins_no_day()
    {
        var register = TestRegister.Fiscalised();
        register.Do(69, "X\t");
        register.Machine.RunToRest();
        Assert.AreEqual("", register.Journal(1));
        register.Receipt("2.00");
        var journal = register.Journal(1);
        register.Do(69, "X\t");
        register.Machine.RunToRest();
        Assert.AreEqual(journal, register.Journal(1));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 C b), X")]
    public void X_shows_the_same_sums_and_changes_nothing()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("121.00");
        var before = Sums(register);
        var answer = register.Do(69, "X\t").Fields;
        register.Machine.RunToRest();
        var x = register.LastDocument();
        x.HasInOrder("RAPORT X", "NUMĂR BONURI FISCALE 1", "VAL. TOTALĂ VÂNZĂRI 121.00", "TOTAL TVA 21.00", "BON NEFISCAL");
        x.HasNot("RL ");
        x.HasNot("SHA");
        Assert.AreEqual(before, Sums(register));
        CollectionAssert.AreEqual(answer, register.Do(69, "Z\t").Fields, "the Z answers the same sums");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 64 (2) e)")]
    [Article("HG 479/2003, norme art. 64 (2) k)")]
    public void The_answer_tells_number_groups_and_buyers()
    {
        var register = TestRegister.Fiscalised();
        register.Do(48, "1\t0001\t1\tI\tRO123456789\t");
        register.Sell("12.10");
        register.PayAndClose();
        register.Receipt("1.11", Reduced11);
        register.Receipt("2.00", Exempt);
        CollectionAssert.AreEqual(new[] { "1", "12.10", "1.11", "0.00", "0.00", "2.00", "0.00", "0.00", "12.10", "2.10" }, register.Do(69, "Z\t").Fields);
    }

    [TestMethod]
    [Article("OUG 28/1999 art. 4 (2)")]
    [Article("OUG 28/1999 art. 4 (2^1)")]
    public void Receipt_records_name_the_receipts_of_the_paper()
    {
        var register = TestRegister.Fiscalised();
        string[][] papers = [register.Receipt("12.10"), register.Receipt("1.11", Reduced11), register.Receipt("2.00", Exempt)];
        register.Open().Sell("9.00");
        register.Do(60);
        register.CloseDay();
        var records = register.Records(1).TrimEnd('\n').Split('\n');
        string[] sums = ["1210;210;A:2100:1210:210", "111;11;B:1100:111:11", "200;0;E::200:0"];
        for (var i = 0; i < 3; i++)
        {
            var id = papers[i].Single(l => l.StartsWith("ID BF: ", StringComparison.Ordinal))[7..];
            Assert.AreEqual($"1234567890{records[i].Split(';')[0]}0001000{i + 1}", id, "identification number");
            Assert.AreEqual($"{id[10..24]};{i + 1};{sums[i]}", records[i]);
            var qr = register.Roll.Lines.Where(l => l.QrPayload is not null).ElementAt(i).QrPayload!;
            var moment = papers[i].Single(l => l.StartsWith("DATA: ", StringComparison.Ordinal))[6..].Replace(" ORA:", "");
            Assert.AreEqual($"{moment};{id};1234567890", qr);
        }

        Assert.AreEqual(3, records.Length, "a cancelled receipt has none");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 C a)")]
    [Article("HG 479/2003, norme art. 34 g)")]
    [Article("HG 479/2003, norme art. 34 j)")]
    public void What_is_cleared_does_not_come_back_with_the_power()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("121.00");
        register.CloseDay();
        var paper = register.Paper.Length;
        Assert.AreEqual(Nf.Firmware.Errors.FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(paper, register.Paper.Length, "nothing is printed again");
        register.CloseDay().HasInOrder("Z NR: 0002", "VAL. TOTALĂ VÂNZĂRI 0.00", "TOTAL GENERAL 121.00");
    }

    /// <summary>Checks the file's own hash as docs/reference/journal.md says, with the platform's SHA-256.</summary>
    internal static string Hash(TestRegister register, int day)
    {
        var lines = register.Journal(day).TrimEnd('\n').Split('\n');
        Assert.AreEqual("[SHA-256]", lines[^3].Trim());
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines[..^3].Select(l => l + "\n")))));
        Assert.AreEqual(digest, lines[^2] + lines[^1]);
        return digest;
    }

    private static string Sums(TestRegister register)
    {
        var bytes = new byte[512];
        register.Register.State.Totals.Save(new Nf.Firmware.Bytes.ByteWriter(bytes));
        return Convert.ToHexString(bytes) + register.Register.State.LastZ + register.Register.State.GrandTotal + register.Register.Log.Records;
    }
}
