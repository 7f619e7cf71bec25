using Nf.Emulator.Host;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>Commands out of order or out of form: each refused with its number, and the register is as it was.</summary>
[TestClass]
public sealed class RefusalTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 34 f)")]
    [DataRow(49, "Articol\t1\t1.00\t\t\t\t1\tBUC\t")]
    [DataRow(49, "Articol\t1\t-1.00\t\t\t\t1\tBUC\t")]
    [DataRow(51, "1\t1\t\t\t")]
    [DataRow(51, "1\t1\t2\t10.00\t")]
    [DataRow(53, "0\t\t")]
    [DataRow(53, "7\t1.00\t")]
    [DataRow(54, "Text\t")]
    [DataRow(56, "")]
    [DataRow(60, "")]
    public void Without_a_receipt(int command, string data)
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        Unchanged(register, FiscalError.ReceiptClosed, command, data);
    }

    [TestMethod]
    [DataRow(48, "1\t0001\t1\t\t\t", FiscalError.ReceiptOpen)]
    [DataRow(69, "Z\t", FiscalError.FiscalReceiptOpen)]
    [DataRow(69, "X\t", FiscalError.FiscalReceiptOpen)]
    [DataRow(70, "0\t1.00\t", FiscalError.FiscalReceiptOpen)]
    [DataRow(70, "0\t0\t", FiscalError.FiscalReceiptOpen)]
    [DataRow(56, "", FiscalError.PaymentNotBegun)]
    public void Inside_a_receipt(int command, string data, FiscalError error)
    {
        var register = Opened();
        register.Sell("1.00");
        Unchanged(register, error, command, data);
        register.PayAndClose().Has("TOTAL LEI 1.00");
    }

    [TestMethod]
    [DataRow(53, "0\t\t", FiscalError.NoItems)]
    [DataRow(56, "", FiscalError.NoItems)]
    [DataRow(51, "1\t0\t2\t10.00\t", FiscalError.NoItems)]
    [DataRow(49, "Articol\t1\t-1.00\t\t\t\t1\tBUC\t", FiscalError.NoSuchLine)]
    public void On_an_empty_receipt(int command, string data, FiscalError error) => Unchanged(Opened(), error, command, data);

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 C")]
    [Article("HG 479/2003, norme art. 34 a)")]
    [DataRow("\t1\t1.00\t\t\t\t1\tBUC\t", -112101)]
    [DataRow("Articol\t\t1.00\t\t\t\t1\tBUC\t", -112102)]
    [DataRow("Articol\tA\t1.00\t\t\t\t1\tBUC\t", -112102)]
    [DataRow("Articol\t0\t1.00\t\t\t\t1\tBUC\t", (int)FiscalError.VatGroupWrong)]
    [DataRow("Articol\t8\t1.00\t\t\t\t1\tBUC\t", (int)FiscalError.VatGroupWrong)]
    [DataRow("Articol\t1\t\t\t\t\t1\tBUC\t", -112103)]
    [DataRow("Articol\t1\t1,00\t\t\t\t1\tBUC\t", -112103)]
    [DataRow("Articol\t1\t1.001\t\t\t\t1\tBUC\t", -112103)]
    [DataRow("Articol\t1\t+1.00\t\t\t\t1\tBUC\t", -112103)]
    [DataRow("Articol\t1\t1.00\t1.0001\t\t\t1\tBUC\t", -112104)]
    [DataRow("Articol\t1\t1.00\tdoi\t\t\t1\tBUC\t", -112104)]
    [DataRow("Articol\t1\t1.00\t\tx\t\t1\tBUC\t", -112105)]
    [DataRow("Articol\t1\t1.00\t\t5\t1.00\t1\tBUC\t", -112205)]
    [DataRow("Articol\t1\t1.00\t\t-1\t1.00\t1\tBUC\t", -112205)]
    [DataRow("Articol\t1\t1.00\t\t2\t\t1\tBUC\t", -112206)]
    [DataRow("Articol\t1\t1.00\t\t2\t0.00\t1\tBUC\t", -112206)]
    [DataRow("Articol\t1\t1.00\t\t2\t-1.00\t1\tBUC\t", -112206)]
    [DataRow("Articol\t1\t1.00\t\t0\t1.00\t1\tBUC\t", -112206)]
    [DataRow("Articol\t1\t1.00\t\t2\t1.005\t1\tBUC\t", -112106)]
    [DataRow("Articol\t1\t1.00\t\t\t\tx\tBUC\t", -112107)]
    [DataRow("Articol\t1\t1.00\t\t\t\t100\tBUC\t", (int)FiscalError.DepartmentWrong)]
    [DataRow("Articol\t1\t1.00\t\t\t\t-1\tBUC\t", (int)FiscalError.DepartmentWrong)]
    [DataRow("Articol\t1\t99999999999999999999\t\t\t\t1\tBUC\t", -112103)]
    [DataRow("", -112101)]
    [DataRow("\t\t\t\t\t\t\t\t", -112101)]
    public void Fields_of_a_sale(string data, int error)
    {
        var register = Opened();
        register.Sell("3.00");
        Unchanged(register, (FiscalError)error, 49, data);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 C")]
    [DataRow(51, "2\t0\t\t\t", -112201)]
    [DataRow(51, "x\t0\t\t\t", -112101)]
    [DataRow(51, "0\t2\t\t\t", -112202)]
    [DataRow(51, "0\t0\t5\t1.00\t", -112203)]
    [DataRow(51, "0\t0\t2\t\t", -112204)]
    [DataRow(51, "0\t0\t\t1.00\t", -112204)]
    [DataRow(51, "0\t0\t2\tx\t", -112104)]
    [DataRow(53, "10\t\t", -112201)]
    [DataRow(53, "x\t\t", -112101)]
    [DataRow(53, "0\tx\t", -112102)]
    [DataRow(53, "0\t1.005\t", -112102)]
    [DataRow(53, "0\t-1.00\t", -112202)]
    [DataRow(53, "0\t10000000.00\t", -112202)]
    [DataRow(54, "", -112101)]
    [DataRow(48, "", -112101)]
    [DataRow(48, "1\t0001\t1\tX\t\t", -112104)]
    public void Fields_of_the_other_commands(int command, string data, int error)
    {
        var register = Opened();
        register.Sell("3.00");
        Unchanged(register, (FiscalError)error, command, data);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\t")]
    [DataRow("z\t")]
    [DataRow("ZZ\t")]
    public void A_report_that_does_not_exist(string data) => Unchanged(TestRegister.Fiscalised(), FiscalErrors.Syntax(1), 69, data);

    [TestMethod]
    [DataRow("D\t")]
    [DataRow("G\t")]
    [DataRow("E\t")]
    public void A_report_that_this_register_has_not(string data) =>
        Unchanged(TestRegister.Fiscalised(), FiscalError.CommandNotPermitted, 69, data);

    [TestMethod]
    public void Missing_and_surplus_fields_at_the_end_do_not_matter()
    {
        var register = TestRegister.Fiscalised();
        register.Do(48, "1\t0001\t1");
        register.Do(49, "Articol\t1\t1.00");
        register.Do(49, "Articol\t1\t1.00\t\t\t\t1\tBUC\t\t\t\t");
        register.Do(51, "");
        register.Do(54, "Text\t1\t1\t1\t1\t1\t\t");
        register.Do(53, "");
        register.Do(56, "\t\t");
        register.Machine.RunToRest();
        register.LastDocument().Has("TOTAL LEI 2.00");
        register.Do(69, "X\t\t\t");
        register.Do(62, "\t");
        register.Do(74, "\t\t");
        register.Do(50);
        register.Do(90, "1\t");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 39 (2)")]
    [Article("HG 479/2003, norme art. 25 (1)")]
    [Article("HG 479/2003, norme art. 29 b)-c)")]
    [Article("HG 479/2003, norme art. 31 c)")]
    [Article("HG 479/2003, norme art. 32 (1) a)")]
    [Article("HG 479/2003, norme art. 32 (2)")]
    public void A_command_that_does_not_exist_has_an_empty_answer_and_its_status_bits()
    {
        var register = Opened();
        register.Sell("1.00");
        foreach (var command in new[] { 0, 1, 40, 57, 300, 65535 })
        {
            var mark = RegisterMark.Of(register);
            var reply = register.Host.SendData(command, "1\t");
            Assert.IsTrue(reply.IsUnknownCommand && (reply.Status[0] & 0x20) != 0, $"status of {command}");
            Assert.AreEqual(0, reply.Fields.Length);
            Assert.AreEqual(mark, RegisterMark.Of(register));
        }
    }

    [TestMethod]
    public void A_receipt_has_at_most_200_lines()
    {
        var register = Opened();
        for (var i = 0; i < 200; i++) register.Sell("0.01", name: $"Articol {i}");
        Unchanged(register, FiscalError.TooManyItems, 49, Line("1.00"));
        register.Sell("-0.01", name: "Articol 7");
        Unchanged(register, FiscalError.TooManyItems, 49, Line("1.00"));
        register.PayAndClose().HasInOrder("Articol 199", "TOTAL LEI 1.99", "NR. POZ. ART. ÎN BON: 199");
    }

    [TestMethod]
    public void Text_ends_where_the_receipts_end_still_fits()
    {
        var register = Opened();
        register.Sell("1.00");
        DatecsReply reply;
        do
        {
            reply = register.Host.SendData(54, new string('ș', 72) + "\t");
        }
        while (reply.Ok);

        Assert.AreEqual((int)FiscalError.TooManyItems, reply.ErrorCode);
        Unchanged(register, FiscalError.TooManyItems, 54, new string('ș', 72) + "\t");
        register.Do(53, "0\t\t");
        register.Do(56);
        register.Machine.Idle(TimeSpan.FromMinutes(10));
        register.LastDocument().Has("TOTAL LEI 1.00");
    }

    private static void Unchanged(TestRegister register, FiscalError error, int command, string data)
    {
        var mark = RegisterMark.Of(register);
        var reply = register.Host.SendData(command, data);
        register.Machine.RunToRest();
        Assert.AreEqual((int)error, reply.ErrorCode, $"{command} {data.Replace('\t', '|')}");
        Assert.AreEqual(0, reply.Fields.Length, "a refusal is a number alone");
        Assert.AreEqual(mark, RegisterMark.Of(register), $"{command} {data.Replace('\t', '|')} changed something");
        Assert.IsTrue(FiscalErrors.IsKnown(error), "cause and next step");
        Assert.AreEqual(FiscalErrors.IsSyntax(error), reply.IsSyntaxError, "status bit 0.0");
    }
}
