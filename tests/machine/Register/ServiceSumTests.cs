using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>Cash put into the drawer and taken out of it outside sales (OUG 28/1999, art. 4 (7); command 70).</summary>
[TestClass]
public sealed class ServiceSumTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 64 (5)")]
    [Article("OUG 28/1999 art. 4 (7)")]
    public void In_and_out_are_printed_and_add_up()
    {
        var register = TestRegister.Fiscalised();
        CollectionAssert.AreEqual(new[] { "100.00", "100.00", "0.00" }, register.Do(70, "0\t100.00\t").Fields);
        register.Machine.RunToRest();
        var paper = register.LastDocument();
        paper.HasInOrder("MAGAZIN DEMO SRL", "SUMĂ DE SERVICIU INTRODUSĂ 100.00", "NUMERAR ÎN SERTAR 100.00", "BON NEFISCAL");
        paper.HasNot("RL 1234567890");
        CollectionAssert.AreEqual(new[] { "69.50", "100.00", "30.50" }, register.Do(70, "1\t30.50\t").Fields);
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("SUMĂ DE SERVICIU EXTRASĂ 30.50", "NUMERAR ÎN SERTAR 69.50");
        register.Receipt("5.50");
        register.CloseDay().HasInOrder("SUME SERVICIU INTRODUSE: 1 100.00", "SUME SERVICIU EXTRASE: 1 30.50", "NUMERAR ÎN SERTAR 75.00");
    }

    [TestMethod]
    public void No_more_comes_out_than_is_in()
    {
        var register = TestRegister.Fiscalised();
        register.Refused(FiscalError.NotEnoughCash, 70, "1\t0.01\t");
        register.Receipt("10.00");
        register.Open().Sell("20.00");
        register.Do(53, "1\t\t");
        register.Close();
        register.Refused(FiscalError.NotEnoughCash, 70, "1\t10.01\t");
        CollectionAssert.AreEqual(new[] { "0.00", "0.00", "10.00" }, register.Do(70, "1\t10.00\t").Fields);
    }

    [TestMethod]
    [DataRow("0\t0\t")]
    [DataRow("1\t0.00\t")]
    [DataRow("0\t\t")]
    public void Zero_only_asks(string data)
    {
        var register = TestRegister.Fiscalised();
        register.Do(70, "0\t12.00\t");
        register.Machine.RunToRest();
        var mark = RegisterMark.Of(register);
        CollectionAssert.AreEqual(new[] { "12.00", "12.00", "0.00" }, register.Do(70, data).Fields);
        Assert.AreEqual(mark, RegisterMark.Of(register));
    }

    [TestMethod]
    [DataRow("2\t1.00\t", FiscalError.PaymentForbidden)]
    [DataRow("3\t1.00\t", FiscalError.PaymentForbidden)]
    [DataRow("4\t1.00\t", (FiscalError)(-112201))]
    [DataRow("\t1.00\t", (FiscalError)(-112101))]
    [DataRow("0\t-1.00\t", (FiscalError)(-112202))]
    [DataRow("0\t10000000.00\t", (FiscalError)(-112202))]
    [DataRow("0\t1.001\t", (FiscalError)(-112102))]
    public void What_is_no_sum_is_refused(string data, FiscalError error)
    {
        var register = TestRegister.Fiscalised();
        register.Refused(error, 70, data);
    }

    [TestMethod]
    public void The_first_receipt_opens_the_day_not_the_money_for_change()
    {
        var register = TestRegister.Fiscalised();
        register.Do(70, "0\t100.00\t");
        register.Machine.RunToRest();
        register.Civil.Jump(TimeSpan.FromHours(30));
        register.Receipt();
    }
}
