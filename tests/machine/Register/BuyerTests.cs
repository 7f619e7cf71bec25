using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>The buyer's code before the receipt is issued, the traveller at an airport, the operator without VAT.</summary>
[TestClass]
public sealed class BuyerTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (1) l)")]
    [DataRow("RO123456789")]
    [DataRow("12")]
    [DataRow("1960229123456")]
    public void A_code_is_entered_once_until_the_receipt_is_issued(string code)
    {
        var register = TestRegister.Fiscalised();
        register.Refused(FiscalError.ReceiptClosed, 57, Buyer(code));
        register.Open().Sell("12.10");
        register.Refused(FiscalError.BuyerMissing, 57, "\t\t\t\t\t\t\t\t");
        register.Refused(FiscalError.BuyerWrong, 57, Buyer("RO1"));
        register.Do(53, "0\t\t");
        register.Do(57, Buyer(code));
        register.Refused(FiscalError.BuyerAlreadySet, 57, Buyer("RO987654321"));
        register.Close().HasInOrder("TOTAL LEI 12.10", $"CIF CLIENT: {code}", "NUMERAR LEI 12.10");
        register.Receipt().HasNot("CIF CLIENT");
        register.CloseDay().Has("BONURI CU COD CUMPĂRĂTOR 1");
    }

    [TestMethod]
    [DataRow("RO1960229123456")]
    [DataRow("196022912345")]
    [DataRow("19602291234567")]
    [DataRow("19602X9123456")]
    public void Malformed_codes_of_persons_are_refused(string code) =>
        TestRegister.Fiscalised().Refused(FiscalError.BuyerWrong, 48, $"1\t0001\t1\tI\t{code}\t");

    [TestMethod]
    [Article("HG 479/2003, norme art. 54 (3)")]
    [Article("HG 479/2003, norme art. 56 (4)")]
    public void An_airport_shop_names_traveller_and_flight()
    {
        var register = TestRegister.Fiscalised(order => order.Identity.Type = RegisterType.Airport);
        foreach (var data in new[] { "", "RO361\t", "RO361\t\tIonescu Maria\t", "\t\tIonescu Maria\tPașaport 051234567\t" })
            register.Refused(FiscalError.TravellerMissing, 48, $"1\t0001\t1\t\t\t{data}");
        register.Refused(FiscalErrors.Syntax(6), 48, "1\t0001\t1\t\t\tRO361234567\t\tIonescu Maria\tPașaport 051234567\t");
        register.Refused(FiscalErrors.Syntax(8), 48, $"1\t0001\t1\t\t\tRO361\t\t{new string('x', 37)}\tPașaport 051234567\t");
        register.Do(48, "1\t0001\t1\t\t\tRO361\t\tIonescu Maria\tPașaport 051234567\t");
        Assert.AreEqual("RO361", register.Register.Receipts.Receipt.Traveller.Flight);
        register.Sell("310", group: Zero);
        register.PayAndClose().HasInOrder("EXPORT", "ZBOR: RO361", "CLIENT: Ionescu Maria", "DOCUMENT: Pașaport 051234567", "Articol");
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Refused(FiscalError.TravellerMissing, 48, "1\t0001\t1\t\t\t");
    }

    [TestMethod]
    public void Other_shops_print_no_export_whatever_the_host_sends()
    {
        var register = TestRegister.Fiscalised();
        register.Do(48, "1\t0001\t1\t\t\tRO361\t\tIonescu Maria\tPașaport 051234567\t");
        register.Sell("1");
        register.PayAndClose().HasNot("EXPORT");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (5)")]
    public void One_who_is_not_registered_has_no_VAT_anywhere()
    {
        var register = TestRegister.Fiscalised(order => order.Identity.VatPayer = false);
        register.Do(48, "1\t0001\t1\tI\tRO123456789\t");
        register.Sell("121");
        register.Sell("5", group: Exempt);
        register.Sell("2", group: 6);
        var paper = register.PayAndClose();
        paper.HasInOrder("1 BUC X 121.00= 121.00 N", "1 BUC X 5.00= 5.00 N", "1 BUC X 2.00= 2.00 F", "TOTAL LEI 128.00", "ALTE TAXE 2.00",
            "NEPLĂTITOR TVA", "CIF CLIENT: RO123456789", "NUMERAR LEI 128.00");
        paper.HasNot("TOTAL TVA");
        CollectionAssert.AreEqual(new[] { "1", "121.00", "0.00", "0.00", "0.00", "5.00", "2.00", "0.00", "128.00", "0.00" }, register.Do(69, "Z\t").Fields);
        register.Machine.RunToRest();
        var z = register.LastDocument();
        z.HasInOrder("VAL. TOTALĂ VÂNZĂRI 128.00", "ALTE TAXE 2.00", "NEPLĂTITOR TVA");
        z.HasNot("21%");
        Assert.AreEqual(0, register.Register.State.GrandVat);
    }

    private static string Buyer(string code) => $"\t\t\t\t\t0\t{code}\t\t";
}
