using Nf.Firmware.Errors;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>Lines taken back before the receipt is issued, and no other negative line (norms, art. 33 B c), 34 c), e)).</summary>
[TestClass]
public sealed class VoidTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B c)")]
    public void A_void_names_the_line_and_shows_its_negative_value()
    {
        var register = Opened();
        register.Sell("5.50", "2.000", Reduced11, name: "Pâine");
        register.Sell("3.00", name: "Apă");
        register.Sell("-5.50", "2.000", Reduced11, name: "Pâine");
        var paper = register.PayAndClose();
        paper.HasInOrder("Pâine", "2 BUC X 5.50= 11.00 B", "Apă", "** ANULARE **", "Pâine", "-2 BUC X 5.50= -11.00 B", "TOTAL LEI 3.00", "NR. POZ. ART. ÎN BON: 1");
        paper.HasNot("TOTAL TVA B -");
        register.CloseDay().Has("ANULĂRI ÎN BON: 1 11.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B c)")]
    public void The_latest_alike_line_is_voided_with_its_discount()
    {
        var register = Opened();
        register.Sell("10.00", kind: "2", value: "50.00");
        register.Sell("10.00", kind: "2", value: "10.00");
        register.Sell("-10.00");
        register.HasTotal("5.00");
        register.Sell("-10.00");
        register.HasTotal("0.00");
        register.Refused(FiscalError.NoSuchLine, 49, Line("-10.00"));
        register.Sell("1.00");
        register.PayAndClose().HasInOrder("** ANULARE **", "-1 BUC X 10.00= -10.00 A", "ANULARE REDUCERE 1.00 A", "** ANULARE **",
            "-1 BUC X 10.00= -10.00 A", "ANULARE REDUCERE 5.00 A", "TOTAL LEI 1.00");
        // A discount that was taken back with its line was not given.
        register.CloseDay().HasInOrder("REDUCERI: 0 0.00", "ANULĂRI ÎN BON: 2 14.00");
    }

    [TestMethod]
    public void A_surcharge_goes_back_with_its_line()
    {
        var register = Opened();
        register.Sell("10.00", kind: "3", value: "1.00");
        register.Sell("4.00");
        register.Sell("-10.00");
        register.PayAndClose().HasInOrder("ANULARE MAJORARE -1.00 A", "TOTAL LEI 4.00");
        register.CloseDay().HasInOrder("MAJORĂRI: 0 0.00", "ANULĂRI ÎN BON: 1 11.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 e)")]
    [DataRow("Altul", 2, "-5.50", "2.000")]
    [DataRow("Pâine", 1, "-5.50", "2.000")]
    [DataRow("Pâine", 2, "-5.49", "2.000")]
    [DataRow("Pâine", 2, "-5.50", "1.000")]
    [DataRow("Pâine", 2, "-11.00", "1.000")]
    public void A_line_that_was_not_sold_cannot_be_taken_back(string name, int group, string price, string quantity)
    {
        var register = Opened();
        register.Sell("5.50", "2.000", Reduced11, name: "Pâine");
        register.Refused(FiscalError.NoSuchLine, 49, Line(price, quantity, group, name: name));
        register.HasTotal("11.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 e)")]
    public void A_line_is_voided_once()
    {
        var register = Opened();
        register.Sell("2.00");
        register.Sell("2.00");
        register.Sell("-2.00");
        register.Sell("-2.00");
        register.Refused(FiscalError.NoSuchLine, 49, Line("-2.00"));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B c)")]
    [Article("HG 479/2003, norme art. 34 c)")]
    public void After_a_discount_on_the_subtotal_a_void_may_not_make_its_group_negative()
    {
        var register = Opened();
        register.Sell("10.00");
        register.Sell("5.00", group: Reduced11);
        register.Do(51, "0\t0\t2\t10.00\t");
        register.Refused(FiscalError.NegativeTurnover, 49, Line("-10.00"));
        register.HasTotal("13.50");
        register.PayAndClose().Has("TOTAL LEI 13.50");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 c)")]
    public void A_receipt_whose_lines_are_all_void_cannot_be_paid_and_can_be_cancelled()
    {
        var register = Opened();
        register.Sell("2.00");
        register.Sell("-2.00");
        register.Refused(FiscalError.TotalZero, 53, "0\t\t");
        register.Refused(FiscalError.TotalZero, 56);
        register.Do(60);
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("** ANULARE **", "TOTAL LEI 0.00", "BON ANULAT");
        register.CloseDay().HasInOrder("NUMĂR BONURI FISCALE 0", "ANULĂRI ÎN BON: 0 0.00", "BONURI ANULATE: 1 0.00");
    }
}
