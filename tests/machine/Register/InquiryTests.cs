using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>What a host can ask: transaction, sums, errors, identity.</summary>
[TestClass]
public sealed class InquiryTests
{
    [TestMethod]
    public void The_transaction_is_followed_from_nothing_to_issued()
    {
        var register = TestRegister.Fiscalised();
        State(register, "0", "0", "0", "0", "0.00", "0.00");
        register.Open();
        State(register, "1", "1", "1", "0", "0.00", "0.00");
        register.Sell("10.00");
        register.Sell("5.00");
        State(register, "1", "1", "1", "2", "15.00", "0.00");
        register.Do(53, "1\t4.00\t");
        State(register, "1", "1", "1", "2", "15.00", "4.00");
        register.PayAndClose();
        State(register, "0", "1", "1", "2", "15.00", "15.00");
        register.Machine.PowerOn();
        State(register, "0", "1", "1", "2", "15.00", "15.00");
        register.CloseDay();
        State(register, "0", "1", "1", "2", "15.00", "15.00");
        register.Receipt();
        State(register, "0", "1", "2", "1", "1.00", "1.00");
    }

    [TestMethod]
    public void A_receipt_that_was_not_issued_is_not_the_last_one()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("3.00");
        register.Open().Sell("7.00");
        register.Do(60);
        State(register, "0", "1", "1", "1", "3.00", "3.00");
        register.Machine.RunToRest();
        register.Open().Sell("7.00");
        register.Do(53, "0\t\t");
        register.Machine.PowerOn();
        State(register, "0", "1", "1", "1", "3.00", "3.00");
    }

    [TestMethod]
    public void Status_with_0_tells_whether_all_is_on_paper()
    {
        var register = TestRegister.Fiscalised();
        Progress(register, "1", "0", "0");
        register.Open().Sell("1.00");
        Progress(register, "1", "1", "1");
        register.Do(53, "0\t\t");
        register.Do(56);
        Progress(register, "0", "0", "1");
        register.Machine.RunToRest();
        Progress(register, "1", "0", "1");
        register.Refused(FiscalErrors.Value(1), 74, "1\t");
        register.Refused(FiscalErrors.Syntax(1), 74, "x\t");
        Assert.AreEqual(1, register.Do(74, "\t").Fields.Length);
    }

    [TestMethod]
    public void The_open_receipts_sums_are_told_by_group()
    {
        var register = TestRegister.Fiscalised();
        Assert.IsTrue(register.Do(103).Fields.SequenceEqual(["0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0"]));
        register.Do(48, "1\t0001\t1\tI\tRO123456789\t");
        register.Sell("10.00", group: Standard21);
        register.Sell("2.00", group: Exempt);
        register.Sell("3.00", group: Standard21);
        Assert.IsTrue(register.Do(103).Fields.SequenceEqual(["13.00", "0.00", "0.00", "0.00", "2.00", "0.00", "0.00", "1"]));
        register.Do(60);
        Assert.AreEqual("0.00", register.Do(103).Fields[0]);
    }

    [TestMethod]
    public void Every_error_is_explained_in_Romanian()
    {
        var register = TestRegister.Fiscalised();
        foreach (var error in Enum.GetValues<FiscalError>().Where(e => e != FiscalError.None))
        {
            var fields = register.Do(100, $"{(int)error}\t").Fields;
            Assert.AreEqual($"{(int)error}", fields[0]);
            Assert.AreEqual($"{FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}", fields[1]);
        }

        Assert.AreEqual("Câmpul 3 are forma greșită. Verificați câmpurile comenzii în programul gazdă", register.Do(100, "-112103\t").Fields[1]);
        register.Refused(FiscalErrors.Value(1), 100, "-1\t");
        register.Refused(FiscalErrors.Value(1), 100, "0\t");
        register.Refused(FiscalErrors.Syntax(1), 100, "");
    }

    [TestMethod]
    public void Identity_is_that_of_the_fiscalisation()
    {
        var register = TestRegister.Fiscalised();
        Assert.IsTrue(register.Do(123, "1\t").Fields.SequenceEqual(["NF00000001", "1234567890", "MAGAZIN DEMO SRL", "STR. EXEMPLULUI NR. 0", "RO99999991"]));
        Assert.IsTrue(register.Do(123, "3\t").Fields.SequenceEqual(["0", "0", ""]));
        register.Receipt();
        register.Receipt();
        register.CloseDay();
        var last = register.Do(123, "3\t").Fields;
        Assert.AreEqual("2", last[0]);
        Assert.AreEqual("1", last[1]);
        StringAssert.StartsWith(last[2], "16-11-26 07:");
        foreach (var option in new[] { "0", "2", "4" }) register.Refused(FiscalErrors.Value(1), 123, option + "\t");
        register.Refused(FiscalErrors.Syntax(1), 123, "");
    }

    [TestMethod]
    public void Diagnostics_have_two_forms()
    {
        var register = TestRegister.Fiscalised();
        var fields = register.Do(90, "1\t").Fields;
        Assert.AreEqual(7, fields.Length);
        foreach (var data in new[] { "", "1" })
            Assert.AreEqual($"{fields[0]},{fields[1]} {fields[2]} {fields[3]},{fields[4]},{fields[5]},{fields[6]}", register.Do(90, data).Fields.Single());
    }

    private static void State(TestRegister register, string open, string number, string day, string lines, string total, string paid) =>
        Assert.AreEqual($"{open} {number} {day} 1234567890 {lines} {total} {paid}", string.Join(' ', register.Do(76).Fields));

    private static void Progress(TestRegister register, params string[] expected) =>
        CollectionAssert.AreEqual(expected, register.Do(74, "0\t").Fields);
}
