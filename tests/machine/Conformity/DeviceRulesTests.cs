using System.Text;
using Nf.Emulator.Peripherals;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Reports;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.Service;

namespace Nf.Tests.Machine.Conformity;

/// <summary>Rules about the device as a whole: host commands in, every device's traces out.</summary>
[TestClass]
public sealed class DeviceRulesTests
{
    private const string Mf = "1234567890.MF";
    private const string Je = "1234567890.JE";

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A d)")]
    public void An_article_is_sold_at_the_rate_that_it_is_tied_to()
    {
        var register = TestRegister.Fiscalised();
        foreach (var (letter, i) in "ABCDEFG".Select((letter, i) => (letter, i)))
            register.Do(107, $"P\t{i + 1}\t{letter}\t1\t1\t0\t100.00\t\t\t{i + 1}0000017\t\t\t\tArticol {letter}\t0\t");
        register.Open();
        for (var number = 1; number <= 6; number += 2) register.Do(58, $"{number}\t1.000\t\t\t\t");
        for (var number = 2; number <= 6; number += 2) register.Do(58, $"{number}0000017\t1.000\t\t\t\t");
        var receipt = register.PayAndClose();
        foreach (var letter in "ABCDEF") Assert.IsTrue(receipt.Any(line => line.EndsWith($"100.00 {letter}", StringComparison.Ordinal)), $"letter {letter}");
        receipt.HasInOrder("TOTAL TVA A - 21% 17.36", "TOTAL TVA B - 11% 9.91", "TOTAL TVA C - 9% 8.26");
        register.Refused(FiscalError.ZReportNeeded, 107, "P\t1\tB\t1\t1\t0\t100.00\t\t\t\t\t\t\tArticol A\t0\t");
        register.CloseDay();
        register.Do(107, "P\t1\tB\t1\t1\t0\t100.00\t\t\t\t\t\t\tArticol A\t0\t");
        register.Do(83, "\t12.00\t");
        register.Open().Do(58, "1\t1.000\t\t\t\t");
        register.PayAndClose().Has("TOTAL TVA B - 12% 10.71");
    }

    [TestMethod]
    [Article("OUG 28/1999 art. 3 (2)")]
    public void A_day_of_host_commands_moves_every_device()
    {
        var register = TestRegister.Fiscalised();
        var drive = register.Drive();
        register.Open().Sell("5.50", name: "Cafea");
        StringAssert.Contains(register.Hardware.Display.Upper + register.Hardware.Display.Lower, "5.50", "client display");
        var journal = register.Card.Names.Contains("Z0001.TXT") ? register.Journal(1).Length : 0;
        var cells = register.Hardware.FiscalMemory.Programs;
        register.PayAndClose().Has("TOTAL LEI 5.50");
        Assert.IsGreaterThan(journal, register.Journal(1).Length, "journal device");
        StringAssert.Contains(register.Journal(1), "Cafea");
        Assert.AreEqual(cells, register.Hardware.FiscalMemory.Programs, "a receipt is none of the fiscal memory's");
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 5.50");
        Assert.IsGreaterThan(cells, register.Hardware.FiscalMemory.Programs, "fiscal memory");
        register.Do(95, "1\t1\t1\t1\t");
        CollectionAssert.AreEqual(new[] { Mf }, drive.Names.ToArray(), "external saving");
    }

    [TestMethod]
    [Article("OUG 28/1999 art. 3 (3) c)")]
    public void Each_kind_of_document_is_printed_and_kept_and_comes_out_as_a_file()
    {
        var register = TestRegister.Fiscalised();
        var receipt = register.Receipt("121.00");
        var report = register.CloseDay();
        receipt.Has("TOTAL LEI 121.00");
        KeptInJournal(register, receipt);
        KeptInJournal(register, report);
        foreach (var (kind, title) in new[] { ("0", "RAPORT MEMORIE FISCALĂ SINTETIC"), ("1", "RAPORT MEMORIE FISCALĂ DETALIAT") })
        {
            register.Report(95, $"{kind}\t\t\t");
            var printed = register.Paper;
            register.Do(95, $"{kind}\t\t\t2\t");
            var file = Encoding.UTF8.GetString(register.Drive().Bytes(Mf));
            StringAssert.Contains(file, "121.00", title);
            Assert.IsTrue(printed[^40..].Any(line => line.Contains("121.00", StringComparison.Ordinal)), $"{title} on paper");
        }

        var before = register.Paper.Length;
        register.Report(95, "J\t1\t1\t");
        foreach (var line in new[] { "TOTAL LEI", "VAL. TOTALĂ VÂNZĂRI" })
            Assert.IsTrue(register.Paper[before..].Any(printed => printed.Contains(line, StringComparison.Ordinal)), $"{line} of the journal on paper");
        register.Do(95, "J\t1\t1\t1\t0\t");
        StringAssert.Contains(Encoding.UTF8.GetString(register.Drive().Bytes(Je)), register.Journal(1)[..^1], "the journal as a file");
    }

    [TestMethod]
    [Article("OUG 28/1999 art. 4 (11)")]
    public void A_new_fiscal_memory_takes_no_journal_that_another_began_even_of_the_same_series()
    {
        var before = ServiceSteps.FiscalisedByHost();
        before.Receipt("1.00");
        before.CloseDay();
        var register = ServiceSteps.Fresh();
        register.TakeWorkingMemoryOf(before);
        register.Card.Exchange(before.Card);
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.InService();
        foreach (var (command, data) in ServiceSteps.Programming.Skip(1).Prepend((61, "17-11-26 09:00:00\t"))) register.Do(command, data);
        register.Refused(FiscalError.JournalNotEmpty, 72, ServiceSteps.Fiscalise);
        register.Card.Exchange(new MemoryCard(register.Power));
        register.Do(72, ServiceSteps.Fiscalise);
        register.Machine.RunToRest();
        register.Do(149, "0\t");
        register.Receipt("2.00").Has("TOTAL LEI 2.00");
        register.CloseDay().HasInOrder("Z NR: 0001", "JURNAL ELECTRONIC NR: 01");
        Assert.AreEqual(1, register.Register.Log.Count(RecordKind.JournalMedium));
        Assert.DoesNotContain("TOTAL LEI           1.00", register.Journal(1));
    }

    [TestMethod]
    [Article("OUG 28/1999 art. 4 (10)")]
    public void Another_name_address_or_VAT_attribute_goes_on_in_the_same_fiscal_memory()
    {
        var register = ServiceSteps.FiscalisedByHost();
        register.Receipt("121.00").HasInOrder("MAGAZIN PROBA SRL", "CIF: RO22334455", "TOTAL TVA A - 21% 21.00");
        register.CloseDay();
        register.InService();
        register.Do(43, "W\t1\tMAGAZIN NOU SRL\t");
        register.Do(43, "W\t2\tSTR. SCURTĂ NR. 1, CLUJ-NAPOCA, JUD. CLUJ\t");
        register.Do(43, "W\t");
        register.Refused(FiscalError.AlreadyFiscalised, 72, "1234567890\tRO99999991\t1\t");
        register.Refused(FiscalError.AlreadyFiscalised, 72, "1234567891\t22334455\t0\t");
        register.Refused(FiscalError.AlreadyFiscalised, 72, "1234567890\tRO22334455\t1\t");
        register.Do(72, "1234567890\t22334455\t0\t");
        register.Do(72, "1234567890\t22334455\t0\t");
        register.Do(149, "0\t");
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Receipt("121.00").HasInOrder("MAGAZIN NOU SRL", "STR. SCURTĂ NR. 1, CLUJ-NAPOCA, JUD. CLUJ", "CIF: 22334455", "NEPLĂTITOR TVA");
        register.Do(253, "0\t1234\t");
        register.Refused(FiscalError.ZReportNeeded, 72, "1234567890\tRO22334455\t1\t");
        register.Do(149, "0\t");
        register.CloseDay().HasInOrder("Z NR: 0002", "NEPLĂTITOR TVA");
        Assert.AreEqual(1, register.Register.Log.Count(RecordKind.VatRegistration));
        Assert.AreEqual("1", register.Do(43, "R\t").Fields[0]);
        register.Report(95, "1\t1\t2\t").HasInOrder("CIF: RO22334455", "ÎNREGISTRARE TVA NR. 1", "CIF: 22334455", "NEPLĂTITOR TVA");
    }

    private static void KeptInJournal(TestRegister register, string[] document)
    {
        var journal = register.Journal(1).Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();
        foreach (var line in document.Where(line => !line.Contains("QR", StringComparison.Ordinal) && !line.Contains(';', StringComparison.Ordinal) && !line.Contains('▒', StringComparison.Ordinal)))
            Assert.IsTrue(journal.Contains(line), $"'{line}' is not in the journal");
    }
}
