using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.PowerCuts;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>The working memory lost together with the answer: the host sends the frame or the key again, and nothing is counted twice.</summary>
[TestClass]
public sealed class LossRepeatTests
{
    public static IEnumerable<object[]> Deciding =>
        from command in new (int, string)[]
        {
            (56, ""), (60, ""), (39, ""), (70, "0\t5.00\t"), (70, "1\t2.00\t"), (70, "2\t3.00\t"), (69, "Z\t"), (69, "Z"),
        }
        from atRest in new[] { true, false }
        select new object[] { command.Item1, command.Item2, atRest };

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 h)")]
    [DynamicData(nameof(Deciding))]
    public void The_frame_again_has_the_first_answer_and_does_nothing(int command, string data, bool atRest)
    {
        var register = Prepared(command);
        var first = register.Do(command, data);
        register.Machine.RunToRest();
        var sums = LostMemoryRun.SumsOf(register);
        Lose(register, atRest);
        var second = register.Host.Repeat();
        Assert.AreEqual(first.ErrorCode, second.ErrorCode);
        CollectionAssert.AreEqual(first.Fields, second.Fields);
        register.Machine.RunToRest();
        Assert.AreEqual(sums, LostMemoryRun.SumsOf(register));
        Assert.AreEqual(1, register.Paper.Count(line => line.Contains("RESETARE MEMORIE DE LUCRU")));
    }

    [TestMethod]
    public void The_answer_outlives_further_losses_and_power_cuts_until_another_command_is_decided()
    {
        var register = TestRegister.Fiscalised();
        var first = register.Do(70, "0\t5.00\t");
        register.Machine.RunToRest();
        for (var i = 0; i < 3; i++)
        {
            Lose(register, i != 1);
            register.Machine.RunToRest();
            if (i == 2) register.Machine.PowerOn();
            CollectionAssert.AreEqual(first.Fields, register.Host.Repeat().Fields);
        }

        Assert.AreEqual("10.00", register.Do(70, "0\t5.00\t").Fields[0]);
    }

    [TestMethod]
    public void Another_frame_is_another_command()
    {
        var register = TestRegister.Fiscalised();
        register.Do(70, "0\t5.00\t");
        register.Machine.RunToRest();
        Lose(register, atRest: true);
        Assert.AreEqual("10.00", register.Do(70, "0\t5.00\t").Fields[0]);
        register.Machine.RunToRest();
        register.Do(69, "Z\t");
        register.Machine.RunToRest();
        Lose(register, atRest: true);
        Assert.AreEqual("2", register.Do(69, "Z\t").Fields[0]);
    }

    // The CRC-32 alone tells the frames of command 69 apart: every SEQ, each form.
    [TestMethod]
    public void A_Z_of_another_SEQ_is_another_Z()
    {
        var register = TestRegister.Fiscalised();
        for (var sequence = 0x20; sequence <= 0xFF; sequence += 37)
        {
            var host = new DatecsClient(new MachineChannel(register.Machine), (byte)sequence);
            var day = register.Register.State.OpenDay;
            var first = host.SendData(69, "Z\t");
            register.Machine.RunToRest();
            Lose(register, atRest: true);
            CollectionAssert.AreEqual(first.Fields, host.Repeat().Fields);
            Assert.AreEqual(day, register.Register.Log.Count(RecordKind.Closure));
        }
    }

    [TestMethod]
    public void A_refusal_while_the_card_is_away_says_nothing_and_the_frame_again_has_the_first_answer()
    {
        var register = TestRegister.Fiscalised();
        var first = register.Do(70, "0\t5.00\t");
        register.Machine.RunToRest();
        register.Card.Present = false;
        register.LoseWorkingMemory();
        register.Machine.PowerOn();
        Assert.AreEqual((int)FiscalError.JournalMissing, register.Host.Repeat().ErrorCode);
        register.Card.Present = true;
        register.Machine.Idle(TimeSpan.FromSeconds(2));
        CollectionAssert.AreEqual(first.Fields, register.Host.Repeat().Fields);
        Assert.AreEqual(500, register.Register.State.Totals.Drawer);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_key_of_the_open_day_names_its_receipt(bool atRest)
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        Issue(register, "comanda-4711");
        register.Receipt();
        Issue(register, "comanda-4712", buyer: "RO123456789");
        register.Do(70, "0\t5.00\t");
        register.Machine.RunToRest();
        Lose(register, atRest);
        Names(register, "comanda-4711", "2", "1");
        Names(register, "comanda-4712", "4", "1");
        Issue(register, "comanda-4713");
        Lose(register, atRest);
        Names(register, "comanda-4713", "5", "1");
        Assert.AreEqual(5, register.Register.State.Totals.Receipts);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void A_key_of_the_day_before_too_whatever_the_open_day_has(int receipts)
    {
        var register = TestRegister.Fiscalised();
        Issue(register, "alt");
        register.CloseDay();
        Issue(register, "k");
        register.CloseDay();
        for (var i = 0; i < receipts; i++) register.Receipt();
        Lose(register, atRest: true);
        Names(register, "k", "1", "2");
        Issue(register, "alt");
        register.CloseDay();
        Names(register, "k", "1", "2");
        Names(register, "alt", $"{receipts + 1}", "3");
    }

    [TestMethod]
    public void The_last_sixteen_come_back()
    {
        var register = TestRegister.Fiscalised();
        for (var i = 1; i <= 10; i++) Issue(register, $"k{i}");
        register.CloseDay();
        for (var i = 11; i <= 17; i++) Issue(register, $"k{i}");
        Lose(register, atRest: true);
        for (var i = 2; i <= 10; i++) Names(register, $"k{i}", $"{i}", "1");
        for (var i = 11; i <= 17; i++) Names(register, $"k{i}", $"{i - 10}", "2");
        Issue(register, "k1");
    }

    [TestMethod]
    public void The_receipt_issued_last_is_told_as_before()
    {
        var register = TestRegister.Fiscalised();
        register.Do(48, "1\t0001\t1\t\t\t");
        register.Sell("1.00");
        register.Sell("2.50");
        register.PayAndClose();
        foreach (var closed in new[] { false, true })
        {
            if (closed) register.CloseDay();
            var before = register.Do(76).Fields;
            Lose(register, atRest: false);
            CollectionAssert.AreEqual(before, register.Do(76).Fields);
            CollectionAssert.AreEqual(new[] { "0", "1", "1", "1234567890", "2", "3.50", "3.50" }, before);
        }
    }

    [TestMethod]
    [DataRow("missing")]
    [DataRow("damaged")]
    public void Records_of_the_day_before_that_cannot_be_read_keep_nothing_from_going_on(string state)
    {
        var register = TestRegister.Fiscalised();
        Issue(register, "k");
        register.CloseDay();
        Issue(register, "l");
        if (state == "missing") register.Card.Edit("Z0001.REC", null);
        else register.Card.Tamper("Z0001.REC", 30);
        Lose(register, atRest: true);
        Names(register, "l", "1", "2");
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 1.00");
    }

    [TestMethod]
    public void A_receipt_without_a_key_costs_no_line_for_one()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        Issue(register, "k");
        var lines = register.RecordFile(1).Split('\n');
        Assert.AreEqual(1, lines.Count(line => line.StartsWith('K')));
        Assert.AreEqual(17, lines.Single(line => line.StartsWith('K')).Length);
        Assert.AreEqual(2, lines.Count(line => line.StartsWith('A')));
        Assert.IsTrue(lines.Where(line => line.StartsWith('A')).All(line => line.Length < 40), string.Join('\n', lines));
    }

    private static TestRegister Prepared(int command)
    {
        var register = TestRegister.Fiscalised();
        Assert.AreEqual(FiscalError.None, register.Register.SetForeignCurrency("EUR", 497050));
        register.Do(70, "0\t20.00\t");
        register.Receipt("3.00");
        if (command is 56 or 60)
        {
            register.Open().Sell("7.00");
            register.Do(53, "0\t\t");
        }

        if (command != 39) return register;
        register.Do(38);
        register.Do(42, "Text\t");
        return register;
    }

    /// <param name="register">The register.</param>
    /// <param name="atRest">The memory is rebuilt before the host comes; else the host comes in the middle of it.</param>
    private static void Lose(TestRegister register, bool atRest)
    {
        register.LoseWorkingMemory();
        register.Card.Present = atRest;
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        if (atRest) return;
        register.Card.Present = true;
        register.Time.AdvanceTo(register.Time.NowMicroseconds + 300_000);
        register.Register.Turn();
        Assert.AreEqual(FiscalError.Busy, register.Register.BlockedBy, "in the middle of it");
    }

    private static string Data(string key, string buyer = "") => $"1\t0001\t1\t\t{buyer}\t\t{key}\t";

    private static void Issue(TestRegister register, string key, string buyer = "")
    {
        register.Do(48, Data(key, buyer));
        register.Sell("1.00");
        register.PayAndClose();
    }

    private static void Names(TestRegister register, string key, string number, string day)
    {
        var reply = register.Host.SendData(48, Data(key));
        Assert.AreEqual((int)FiscalError.ReceiptIssued, reply.ErrorCode, key);
        Assert.IsTrue(reply.Fields.SequenceEqual([number, day, "1234567890"]), $"{key}: {string.Join(' ', reply.Fields)}");
    }
}
