using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Paper;

/// <summary>Receipts as they leave the printer, at the narrowest paper the law allows and at the usual widths.</summary>
[TestClass]
public sealed class ReceiptPaperTests
{
    [TestMethod]
    [EachWidth]
    public void A_payers_receipt(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15).Open();
        register.Do(49, "Pâine albă feliată 500 g\t2\t4.50\t2\t\t\t1\tBUC\t");
        register.Do(49, "Telemea de oaie\t2\t45.90\t0.285\t2\t10.00\t1\tKG\t");
        register.Do(53, "0\t50\t");
        register.Close();
        GoldenPaper.Check("receipt-payer", register);
    }

    [TestMethod]
    [EachWidth]
    public void A_receipt_of_one_who_is_not_registered_for_VAT(int columns)
    {
        var register = TestRegister.Fiscalised(NotRegistered, columns).At(9, 15).Open();
        register.Do(49, "Tuns\t5\t40\t1\t\t\t1\tBUC\t");
        register.Do(49, "Taxă locală\t6\t2\t1\t\t\t1\tBUC\t");
        register.Do(53, "1\t\t");
        register.Close();
        GoldenPaper.Check("receipt-not-registered", register);
    }

    [TestMethod]
    [EachWidth]
    public void A_receipt_with_every_legal_element(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns);
        register.Register.SetForeignCurrency("EUR", 497050);
        register.At(9, 15).Do(70, "0\t100\t");
        register.Machine.RunToRest();
        register.Do(48, "7\t0007\t12\tI\tRO123456789\t");
        register.Do(49, "Apă plată 0,5 l\t2\t3.50\t6\t\t\t1\tBUC\t");
        register.Do(49, "Garanție SGR plastic\t4\t0.50\t6\t\t\t1\tBUC\t");
        register.Do(49, "Detergent lichid concentrat pentru rufe albe și colorate, flacon 2,5 l\t1\t64.99\t1\t4\t5.00\t1\tBUC\t");
        register.Do(49, "Lămâi\t2\t12.99\t1.5\t1\t8.33\t1\tKG\t");
        register.Do(49, "Lămâi\t2\t-12.99\t1.5\t\t\t1\tKG\t");
        register.Do(49, "Consultație\t7\t150\t1\t\t\t1\tORĂ\t");
        register.Do(49, "Taxă de turism\t6\t4\t2\t\t\t1\tNOAPTE\t");
        register.Do(49, "Ambalaj refolosibil ladă\t1\t-10\t1\t\t\t1\tBUC\t");
        register.Do(49, "Bacșiș\t7\t15\t1\t\t\t1\tBUC\t");
        register.Do(54, "Vă mulțumim și vă mai așteptăm\t");
        register.Do(51, "1\t0\t2\t5\t");
        register.Do(53, "3\t40\t");
        register.Do(53, "1\t100\t");
        register.Do(53, "9\t30\t0\t");
        register.Close();
        GoldenPaper.Check("receipt-every-element", register);
    }

    [TestMethod]
    [EachWidth]
    public void A_cancelled_receipt(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15).Open();
        register.Do(49, "Pâine albă feliată 500 g\t2\t4.50\t2\t\t\t1\tBUC\t");
        register.Do(60);
        register.Machine.RunToRest();
        GoldenPaper.Check("receipt-cancelled", register);
    }

    [TestMethod]
    [EachWidth]
    public void A_receipt_of_an_airport_shop(int columns)
    {
        var register = TestRegister.Fiscalised(order => order.Identity.Type = RegisterType.Airport, columns).At(9, 15);
        register.Do(48, "1\t0001\t1\t\t\tRO361\t\tIonescu Maria\tPașaport 051234567\t");
        register.Do(49, "Parfum 50 ml\t4\t310\t1\t\t\t1\tBUC\t");
        register.Do(53, "1\t\t");
        register.Close();
        GoldenPaper.Check("receipt-export", register);
    }

    [TestMethod]
    [EachWidth]
    public void A_card_that_gives_cash(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15);
        register.Do(70, "0\t100\t");
        register.Machine.RunToRest();
        register.Open().Sell("80", name: "Motorină standard");
        register.Do(53, "7\t130\t");
        register.Close();
        GoldenPaper.Check("receipt-card-advance", register);
    }

    [TestMethod]
    [EachWidth]
    [Article("HG 479/2003, norme art. 54 (4)")]
    public void A_receipt_paid_in_foreign_currency(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15);
        register.Register.SetForeignCurrency("EUR", 497050);
        register.Print(70, "2\t20\t");
        register.Open().Sell("80", name: "Magnet cu Sfinxul");
        register.Do(53, "9\t20\t1\t");
        register.Close();
        GoldenPaper.Check("receipt-foreign-currency", register);
    }

    [TestMethod]
    [EachWidth]
    [Article("HG 479/2003, norme art. 37 (2)")]
    public void Deposits_and_packaging_that_comes_back(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15).Open();
        register.Do(49, "Apă minerală naturală carbogazoasă 2 l\t2\t4.20\t2\t\t\t1\tBUC\t");
        register.Do(49, "Garanție SGR plastic\t4\t0.50\t2\t\t\t1\tBUC\t");
        register.Do(49, "Bere la sticlă, ambalaj inclus\t1\t5\t4\t\t\t1\tBUC\t");
        register.Do(49, "Ambalaj refolosibil sticlă\t1\t-1\t4\t\t\t1\tBUC\t");
        register.Do(53, "0\t\t");
        register.Close();
        GoldenPaper.Check("receipt-deposit-and-packaging", register);
    }

    [TestMethod]
    [EachWidth]
    [Article("OUG 28/1999 art. 2^3 (2), (6)")]
    public void A_tip(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15).Open();
        register.Do(49, "Meniul zilei\t2\t45\t2\t\t\t1\tPORȚIE\t");
        register.Do(49, "bacșiș\t7\t9\t1\t\t\t1\tBUC\t");
        register.Do(53, "1\t\t");
        register.Close();
        GoldenPaper.Check("receipt-tip", register);
    }

    [TestMethod]
    [EachWidth]
    public void A_receipt_with_free_text_and_a_footer(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15);
        register.Do(255, "Footer\t0\tVă mulțumim și vă mai așteptăm la noi!\t");
        register.Do(255, "Footer\t1\tProgram: L-V 8-20\t");
        register.Do(255, "PayNamePgmbl\t0\tCUPON\t");
        register.Open().Sell("25", name: "Ceai de munte");
        register.Do(54, "Card de fidelitate nr. 000123456, puncte adunate: 25\t");
        register.Do(54, "Câștigă o excursie\t1\t0\t0\t0\t1\t");
        register.Do(84, "1\t40170725\t");
        register.Do(53, "8\t\t");
        register.Close();
        GoldenPaper.Check("receipt-free-text", register);
    }

    internal static void NotRegistered(Nf.Firmware.FiscalisationOrder order)
    {
        order.Identity.VatPayer = false;
        order.Identity.FiscalCode = "99999991";
    }
}
