using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>The host's own key of a receipt: with the same key there is no second receipt, and the first one's numbers come back.</summary>
[TestClass]
public sealed class ReceiptKeyTests
{
    [TestMethod]
    public void The_same_key_names_the_receipt_and_opens_none()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        Issue(register, "comanda-4711");
        var mark = RegisterMark.Of(register);
        Names(register, "comanda-4711", "2", "1");
        Assert.AreEqual(mark, RegisterMark.Of(register));
        Assert.AreEqual(2, register.Register.State.Totals.Receipts);
        Assert.AreNotEqual(0, register.Host.Repeat().Status[1] & 0x02, "status bit 1.1");
        Issue(register, "comanda-4712");
    }

    [TestMethod]
    public void Keys_outlive_power_cuts_and_Z_reports_and_a_blocked_register_answers_too()
    {
        var register = TestRegister.Fiscalised();
        Issue(register, "k");
        register.Machine.PowerOn();
        Names(register, "k", "1", "1");
        register.CloseDay();
        Names(register, "k", "1", "1");
        register.Machine.PowerOn();
        Names(register, "k", "1", "1");
        BlockingTests.Pass(register, r => r.Hardware.Printer.PaperLoaded = false);
        Names(register, "k", "1", "1");
    }

    [TestMethod]
    public void The_key_is_known_from_the_instant_that_decides_the_receipt()
    {
        var register = TestRegister.Fiscalised();
        Open(register, "k");
        register.Sell("1.00");
        register.Do(53, "0\t\t");
        register.Do(56);
        Names(register, "k", "1", "1");
        Assert.AreEqual("0", register.Do(74, "0\t").Fields[0], "not yet on paper");
    }

    [TestMethod]
    public void A_receipt_that_was_not_issued_leaves_its_key_free()
    {
        var register = TestRegister.Fiscalised();
        Open(register, "k");
        register.Sell("1.00");
        register.Do(60);
        register.Machine.RunToRest();
        Open(register, "k");
        register.Machine.PowerOn();
        Open(register, "k");
        register.Refused(FiscalError.ReceiptOpen, 48, Data("k"));
        register.Do(60);
        register.Machine.RunToRest();
        register.Receipt();
        Issue(register, "k");
        Names(register, "k", "2", "1");
    }

    [TestMethod]
    public void Sixteen_keys_are_kept()
    {
        var register = TestRegister.Fiscalised();
        for (var i = 1; i <= 17; i++)
        {
            Issue(register, $"k{i}");
            register.Receipt();
        }

        for (var i = 2; i <= 17; i++) Names(register, $"k{i}", $"{(2 * i) - 1}", "1");
        Issue(register, "k1");
        Names(register, "k1", "35", "1");
    }

    [TestMethod]
    public void A_receipt_without_a_key_belongs_to_none()
    {
        var register = TestRegister.Fiscalised();
        Issue(register, "k");
        register.Receipt();
        register.Receipt();
        Names(register, "k", "1", "1");
    }

    [TestMethod]
    [DataRow("1234567890123456789012345678901234567", -112107)]
    [DataRow("a\u0010b", -112107)]
    public void A_key_is_up_to_36_printable_characters(string key, int error)
    {
        var register = TestRegister.Fiscalised();
        register.Refused((FiscalError)error, 48, Data(key));
        foreach (var good in new[] { "123456789012345678901234567890123456", "Ț", " " }) Issue(register, good);
        Names(register, " ", "3", "1");
    }

    // A cut in every write from command 56 on: the key is known if and only if the receipt was issued.
    [TestMethod]
    public void Key_and_receipt_are_decided_together()
    {
        var issued = new HashSet<bool>();
        for (var cut = 0; cut < 16; cut++)
        {
            var register = TestRegister.Fiscalised();
            Open(register, "k");
            register.Sell("1.00");
            register.Do(53, "0\t\t");
            register.Power.CutAt(register.Power.Writes + (cut * 2), 200 * (cut % 3));
            Assert.ThrowsExactly<PowerCutException>(() =>
            {
                register.Host.SendData(56, "");
                register.Machine.RunToRest();
            });
            Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
            var exists = register.Register.State.Totals.Receipts == 1;
            if (exists) Names(register, "k", "1", "1");
            else Open(register, "k");
            issued.Add(exists);
        }

        Assert.AreEqual(2, issued.Count, "some receipts were decided before the cut, some not");
    }

    private static string Data(string key) => $"1\t0001\t1\t\t\t\t{key}\t";

    private static void Open(TestRegister register, string key) => register.Do(48, Data(key));

    private static void Issue(TestRegister register, string key)
    {
        Open(register, key);
        register.Sell("1.00");
        register.PayAndClose();
    }

    private static void Names(TestRegister register, string key, string number, string day)
    {
        DatecsReply reply = register.Host.SendData(48, Data(key));
        Assert.AreEqual((int)FiscalError.ReceiptIssued, reply.ErrorCode, key);
        Assert.IsTrue(reply.Fields.SequenceEqual([number, day, "1234567890"]), $"{key}: {string.Join(' ', reply.Fields)}");
        Assert.IsFalse(register.Register.Receipts.Receipt.IsOpen);
    }
}
