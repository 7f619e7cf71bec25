using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.PowerCuts;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>The working memory lost: the day comes back from the journal, and the reset is told of (norms, art. 43 (1) h), 64 (2) d)).</summary>
[TestClass]
public sealed class MemoryLossTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 63 (4), RESET")]
    public void A_day_comes_back_with_every_sum()
    {
        var register = TestRegister.Fiscalised();
        EveryKindOfDocument(register);
        var sums = LostMemoryRun.SumsOf(register);
        register.LoseWorkingMemory();
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Machine.RunToRest();
        Assert.AreEqual(sums, LostMemoryRun.SumsOf(register));
        register.LastDocument().HasInOrder("RESETARE MEMORIE DE LUCRU", "NUMĂR BONURI FISCALE 2", "BON NEFISCAL");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 43 (1) h)")]
    [Article("HG 479/2003, norme art. 64 (2) d)")]
    public void The_Z_tells_how_many_resets_there_were_and_when()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.LoseWorkingMemory();
        register.Machine.PowerOn();
        var first = register.LastDocument().Single(l => l.StartsWith("DATA: ", StringComparison.Ordinal))[6..].Replace(" ORA:", "");
        register.Machine.Idle(TimeSpan.FromHours(1));
        register.LoseWorkingMemory();
        register.Machine.PowerOn();
        var second = register.LastDocument().Single(l => l.StartsWith("DATA: ", StringComparison.Ordinal))[6..].Replace(" ORA:", "");
        Assert.AreNotEqual(first, second);
        register.CloseDay().HasInOrder("RESETĂRI RAM 2", first, second, "VAL. TOTALĂ VÂNZĂRI 1.00");
        register.Receipt("2.00");
        register.CloseDay().HasInOrder("Z NR: 0002", "RESETĂRI RAM 0", "VAL. TOTALĂ VÂNZĂRI 2.00", "TOTAL GENERAL 3.00");
        Assert.AreEqual(2, register.Register.Log.Count(RecordKind.RamReset));
    }

    [TestMethod]
    public void An_open_receipt_is_lost_and_counts_nowhere()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Open().Sell("5.00");
        register.LoseWorkingMemory();
        register.Machine.PowerOn();
        register.Refused(FiscalError.ReceiptClosed, 49, Line("1.00"));
        register.CloseDay().HasInOrder("NUMĂR BONURI FISCALE 1", "VAL. TOTALĂ VÂNZĂRI 1.00");
    }

    [TestMethod]
    [DataRow("blank", FiscalError.JournalBlank)]
    [DataRow("foreign", FiscalError.JournalForeign)]
    [DataRow("missing", FiscalError.JournalMissing)]
    public void Without_its_card_it_waits_and_goes_on_when_the_card_is_back(string card, FiscalError error)
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        var sums = LostMemoryRun.SumsOf(register);
        var other = new MemoryCard(new PowerSupply());
        if (card == "foreign") other.Append("NF.TXT", "NF JURNAL ELECTRONIC\nSERIA 9876543210\nNR 1\n"u8.ToArray(), 0, 43);
        if (card == "missing") register.Card.Present = false;
        else register.Card.Exchange(other);
        register.LoseWorkingMemory();
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Refused(error, 48, "1\t0001\t1\t\t\t");
        register.Refused(error, 69, "X\t");
        register.Refused(error, 69, "Z\t");
        Assert.AreEqual(error, register.Register.ChangeJournalMedium());
        BlockingTests.Shows(register, error);
        if (card == "missing") register.Card.Present = true;
        else register.Card.Exchange(other);
        BlockingTests.Pass(register, _ => { });
        Assert.AreEqual(sums, LostMemoryRun.SumsOf(register));
        register.CloseDay().HasInOrder("RESETĂRI RAM 1", "VAL. TOTALĂ VÂNZĂRI 1.00");
    }

    [TestMethod]
    [DataRow("Z0001.REC", 20)]
    [DataRow("Z0001.REC", -10)]
    [DataRow("Z0001.TXT", 100)]
    [DataRow("Z0001.TXT", -3)]
    public void A_changed_file_gives_nothing_back(string file, int place)
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Receipt("2.00");
        register.Card.Tamper(file, place < 0 ? register.Card.Length(file) + place : place);
        register.LoseWorkingMemory();
        register.Machine.PowerOn();
        register.Refused(FiscalError.JournalDamaged, 48, "1\t0001\t1\t\t\t");
        Assert.AreEqual(0, register.Register.Log.Count(RecordKind.RamReset));
    }

    [TestMethod]
    public void Another_registers_memory_is_a_lost_one()
    {
        var other = TestRegister.Fiscalised();
        other.Receipt("7.00");
        var register = new TestRegister();
        register.Machine.PowerOn();
        var order = DemoShop.Order();
        order.Identity.Series = "9876543210";
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(order));
        register.Receipt("1.00");
        register.TakeWorkingMemoryOf(other);
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.CloseDay().HasInOrder("RESETĂRI RAM 1", "VAL. TOTALĂ VÂNZĂRI 1.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 46 (1) d)")]
    public void Two_hundred_resets_leave_every_closure_its_place()
    {
        var register = TestRegister.Fiscalised(1 << 20);
        var closures = register.Register.Log.ClosuresLeft;
        for (var i = 0; i < 200; i++)
        {
            register.LoseWorkingMemory();
            Assert.AreEqual(FiscalError.None, register.Machine.PowerOn(), $"reset {i + 1}");
        }

        Assert.AreEqual(200, register.Register.Log.Count(RecordKind.RamReset));
        Assert.AreEqual(closures, register.Register.Log.ClosuresLeft);
        register.CloseDay().Has("RESETĂRI RAM 200");
    }

    private static void EveryKindOfDocument(TestRegister register)
    {
        register.Do(70, "0\t50.00\t");
        register.Open().Sell("10.00", "2", kind: "2", value: "10.00");
        register.Sell("3.00", group: Reduced11);
        register.Do(49, Line("-3.00", group: Reduced11));
        register.PayAndClose();
        register.Do(48, "1\t0001\t1\tI\tRO123456789\t");
        register.Sell("4.00", kind: "1", value: "5.00");
        register.Do(53, "1\t\t");
        register.Close();
        register.Open().Sell("9.00");
        register.Do(60);
        register.Do(70, "1\t20.00\t");
        register.Machine.RunToRest();
    }
}
