using Nf.Firmware.Errors;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>Lines whose name the law has rules for: tips, deposits, packaging taken back.</summary>
[TestClass]
public sealed class NamedLineTests
{
    private const int ExemptG = 7, OtherTaxF = 6;

    [TestMethod]
    [Article("OUG 28/1999 art. 2^3 (2), (6)")]
    [DataRow("Bacșiș", Zero, "D")]
    [DataRow("BACŞIŞ", Exempt, "E")]
    [DataRow(" bacsis ", ExemptG, "G")]
    public void A_tip_stands_on_the_receipt_once_without_VAT(string name, int group, string letter)
    {
        var register = Opened();
        register.Sell("121", name: "Meniul zilei");
        register.Sell("10", group: group, name: name);
        register.Refused(FiscalError.TipTwice, 49, Line("5", group: group, name: name));
        register.PayAndClose().HasInOrder("Meniul zilei", $"1 BUC X 10.00= 10.00 {letter}", "TOTAL LEI 131.00", "TOTAL TVA BON 21.00");
    }

    [TestMethod]
    [Article("OUG 28/1999 art. 2^3 (2), (6)")]
    [DataRow("Bacșiș")]
    [DataRow("BACSIS")]
    [DataRow("GARANȚIE SGR PET")]
    [DataRow("Garantie sticla SGR")]
    public void No_VAT_group_takes_a_tip_or_a_deposit_and_nothing_changes_its_sum(string name)
    {
        var register = Opened();
        foreach (var group in new[] { Standard21, Reduced11, Reduced9, OtherTaxF })
            register.Refused(FiscalError.VatOnLineForbidden, 49, Line("0.50", group: group, name: name));
        foreach (var kind in new[] { "1", "2", "3", "4" })
            register.Refused(FiscalError.AdjustmentForbidden, 49, Line("0.50", group: Zero, kind: kind, value: "0.10", name: name));
        register.Sell("0.50", group: Zero, name: name);
        register.Refused(FiscalError.AdjustmentForbidden, 51, "1\t0\t2\t10\t");
        register.PayAndClose().Has("TOTAL LEI 0.50");
    }

    [TestMethod]
    public void A_tip_that_was_voided_may_be_given_again()
    {
        var register = Opened();
        register.Sell("50");
        register.Sell("5", group: ExemptG, name: "BACSIS");
        register.Sell("-5", group: ExemptG, name: "BACSIS");
        register.Sell("6", group: ExemptG, name: "BACSIS");
        register.PayAndClose().Has("TOTAL LEI 56.00");
    }

    [TestMethod]
    [DataRow("Bacșișuri")]
    [DataRow("Cutie bacșiș")]
    [DataRow("GARANTIE ECHIPAMENT")]
    [DataRow("GARANTIE SGRX")]
    [DataRow("Garantie")]
    [DataRow("B")]
    public void Other_names_have_no_rules(string name)
    {
        var register = Opened();
        register.Sell("1", name: name, kind: "2", value: "10");
        register.Sell("1", name: name);
        register.PayAndClose().Has("TOTAL LEI 1.90");
    }

    [TestMethod]
    [Article("HG 1074/2021 art. 12")]
    public void A_deposit_has_a_line_of_its_own_and_keeps_its_value_under_a_discount()
    {
        var register = Opened();
        register.Sell("3.50", "2", Reduced11, name: "Apă minerală 2 l");
        register.Sell("0.50", "2", Zero, name: "GARANȚIE SGR PLASTIC");
        register.Do(51, "1\t0\t2\t50\t");
        register.PayAndClose().HasInOrder("GARANȚIE SGR PLASTIC", "2 BUC X 0.50= 1.00 D", "REDUCERE 50% -4.00", "TOTAL LEI 4.00",
            "TOTAL TVA B - 11% 0.30");
        register.CloseDay().HasInOrder("TOTAL B - 11% 3.00", "TOTAL D - 0% 1.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 37 (2)")]
    [DataRow("ambalaj refolosibil")]
    [DataRow("AMBALAJ REFOLOSIBIL NAVETĂ 20 ST.")]
    public void Packaging_whose_value_the_price_holds_is_taken_back_before_issue(string name)
    {
        var register = Opened();
        register.Refused(FiscalError.NegativeTurnover, 49, Line("-0.10", name: name));
        register.Sell("12.10", name: "Bere navetă");
        register.Sell("5.00", group: Reduced11);
        register.Refused(FiscalError.NegativeTurnover, 49, Line("-12.11", name: name));
        register.Refused(FiscalError.NegativeTurnover, 49, Line("-5.01", group: Reduced11, name: name));
        register.Refused(FiscalError.AdjustmentForbidden, 49, Line("-1.00", kind: "2", value: "10", name: name));
        register.Sell("-1.21", "2", name: name);
        register.PayAndClose().HasInOrder(name, "-2 BUC X 1.21= -2.42 A", "TOTAL LEI 14.68", "TOTAL TVA A - 21% 1.68", "NR. POZ. ART. ÎN BON: 2");
        register.CloseDay().HasInOrder("VAL. TOTALĂ VÂNZĂRI 14.68", "REDUCERI: 0 0.00", "ANULĂRI ÎN BON: 0 0.00", "AMBALAJ REFOLOSIBIL: 1 2.42");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 e)")]
    [DataRow("Returnare")]
    [DataRow("Avans")]
    [DataRow("Ambalaj")]
    [DataRow("Ambalaj refolosibile")]
    [DataRow("GARANTIE SGR PET")]
    [DataRow("BACSIS")]
    public void No_other_name_takes_value_off_a_receipt(string name)
    {
        var register = Opened();
        register.Sell("100");
        register.Refused(FiscalError.NoSuchLine, 49, Line("-1.00", name: name));
        register.Refused(FiscalError.NoSuchLine, 49, Line("-1.00", group: Zero, name: name));
        register.HasTotal("100.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 c)")]
    public void What_packaging_took_off_keeps_a_line_from_being_voided()
    {
        var register = Opened();
        register.Sell("10");
        register.Sell("-4", name: "Ambalaj refolosibil");
        register.Refused(FiscalError.NegativeTurnover, 49, Line("-10"));
        register.Sell("-6", name: "Ambalaj refolosibil");
        register.Refused(FiscalError.TotalZero, 53, "0\t\t");
        register.Do(60);
    }
}
