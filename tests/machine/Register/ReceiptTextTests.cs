using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>Names, free text, buyer's code, operator and till: what is printed, and what is refused.</summary>
[TestClass]
public sealed class ReceiptTextTests
{
    private const string Letters = "ăâîșț ĂÂÎȘȚ éöüß €";

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B d)")]
    public void Romanian_letters_reach_paper_and_journal_with_the_comma_below()
    {
        var register = Opened();
        register.Sell("1.00", name: Letters);
        register.Do(54, "Vă mulțumim și vă așteptăm\t");
        register.Do(49, "Roșii\t2\t1.00\t1.000\t\t\t1\tLĂZI\t");
        register.PayAndClose().HasInOrder("Vă mulțumim și vă așteptăm", "Roșii", "1 LĂZI X 1.00= 1.00 B");
        var journal = register.Journal(1);
        Assert.IsTrue(journal.Contains($"\n{Letters}\n"), journal);
        Assert.IsTrue(journal.Contains("\nVă mulțumim și vă așteptăm\n"), journal);
        Assert.AreEqual(-1, journal.IndexOfAny(['ş', 'ţ', 'Ş', 'Ţ']), "cedillas");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (1) d)")]
    public void A_name_of_72_characters_breaks_between_words()
    {
        const string name = "Detergent lichid concentrat pentru rufe albe și colorate, flacon 2,5 lxx";
        Assert.AreEqual(72, name.Length);
        var register = Opened();
        register.Sell("1.00", name: name);
        register.PayAndClose().HasInOrder("Detergent lichid concentrat pentru rufe", "albe și colorate, flacon 2,5 lxx", "1 BUC X 1.00= 1.00 A");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (1) d)")]
    [DataRow(42)]
    [DataRow(43)]
    [DataRow(72)]
    public void A_name_without_blanks_breaks_at_the_edge_and_loses_nothing(int length)
    {
        var name = new string('W', length);
        var register = Opened();
        register.Sell("1.00", name: name);
        var paper = register.PayAndClose();
        Assert.AreEqual(length, paper.Where(l => l.Length > 0 && l.All(c => c == 'W')).Sum(l => l.Length));
        paper.Has(new string('W', Math.Min(42, length)));
    }

    [TestMethod]
    public void A_word_that_ends_at_the_edge_stays_on_its_line()
    {
        var register = Opened();
        register.Sell("1.00", name: new string('a', 42) + " bc");
        register.PayAndClose().HasInOrder(new string('a', 42), "bc");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 a)")]
    public void Names_that_are_blank_or_too_long_are_refused()
    {
        var register = Opened();
        foreach (var name in new[] { "", " ", "     ", new string('x', 73) }) register.Refused(FiscalErrors.Syntax(1), 49, Line("1.00", name: name));
        register.Refused(FiscalErrors.Syntax(1), 54, "\t");
        register.Refused(FiscalErrors.Syntax(1), 54, new string('x', 73) + "\t");
        register.Refused(FiscalErrors.Syntax(8), 49, "Articol\t1\t1.00\t\t\t\t1\tBUCATII\t");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 E")]
    [Article("HG 479/2003, norme art. 31 b)")]
    [Article("HG 479/2003, norme art. 63 (7)")]
    public void Control_characters_in_a_name_do_not_reach_paper_or_journal()
    {
        var register = Opened();
        register.Host.Send(48, "1", "0001", "1", "", "");
        Assert.IsTrue(register.Host.Send(49, "A\nB\u001B@\tC\0D", "1", "1.00", "", "", "", "1", "BUC").Ok);
        register.PayAndClose().Has("A B @ C D");
        Assert.IsFalse(register.Journal(1).Any(c => char.IsControl(c) && c != '\n'));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (1) e)-g), m)")]
    [Article("OUG 28/1999 art. 4 (2)")]
    public void A_unit_of_six_characters_is_printed_and_an_empty_one_is_a_piece()
    {
        var register = Opened();
        register.Do(49, "Cablu\t1\t1.00\t2.500\t\t\t1\tMETRII\t");
        register.Do(49, "Priză\t1\t1.00\t1.000\t\t\t\t\t");
        register.PayAndClose().HasInOrder("2.5 METRII X 1.00= 2.50 A", "1 BUC X 1.00= 1.00 A");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (1) l)")]
    [Article("HG 479/2003, norme art. 64 (2) e)")]
    [Article("HG 479/2003, norme art. 64 (2) k)")]
    [Article("OUG 28/1999 art. 4 (2)")]
    [DataRow("RO123456789", true)]
    [DataRow("RO123456789", false)]
    [DataRow("123456789", true)]
    [DataRow("RO12", true)]
    [DataRow("RO1234567890", true)]
    public void A_buyers_code_is_printed_and_counted_apart(string code, bool invoice)
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Do(48, $"1\t0001\t1\t{(invoice ? "I" : "")}\t{code}\t");
        register.Sell("12.10");
        register.PayAndClose().HasInOrder("TOTAL LEI 12.10", $"CIF CLIENT: {code}", "NUMERAR LEI 12.10");
        register.CloseDay().HasInOrder("NUMĂR BONURI FISCALE 2", "BONURI CU COD CUMPĂRĂTOR 1", "VALOARE 12.10", "TVA 2.10");
    }

    [TestMethod]
    [DataRow("I", "", FiscalError.BuyerMissing)]
    [DataRow("I", "RO1", FiscalError.BuyerWrong)]
    [DataRow("I", "RO12345678901", FiscalError.BuyerWrong)]
    [DataRow("I", "ro123456789", FiscalError.BuyerWrong)]
    [DataRow("I", "RO 123456789", FiscalError.BuyerWrong)]
    [DataRow("I", "DE123456789", FiscalError.BuyerWrong)]
    [DataRow("", "RO12345678X", FiscalError.BuyerWrong)]
    public void A_buyers_code_that_is_none_is_refused(string invoice, string code, FiscalError error)
    {
        var register = TestRegister.Fiscalised();
        register.Refused(error, 48, $"1\t0001\t1\t{invoice}\t{code}\t");
        register.Receipt();
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (1) a)-c)")]
    [Article("HG 479/2003, norme art. 57")]
    public void Operator_till_and_receipt_number_are_printed()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        register.Do(48, "30\t0030\t99999\t\t\t");
        register.Sell("1.00");
        register.PayAndClose().HasInOrder("Z:0001 BF:0002 NR.AMEF:99999", "CASIER: 30");
    }

    [TestMethod]
    [DataRow("0", "0000", "1", FiscalError.WrongOperator)]
    [DataRow("31", "0031", "1", FiscalError.WrongOperator)]
    [DataRow("-1", "0001", "1", FiscalError.WrongOperator)]
    [DataRow("1", "", "1", FiscalError.WrongPassword)]
    [DataRow("1", "0002", "1", FiscalError.WrongPassword)]
    [DataRow("1", "1", "1", FiscalError.WrongPassword)]
    [DataRow("1", "00001", "1", FiscalError.WrongPassword)]
    [DataRow("1", "000x", "1", FiscalError.WrongPassword)]
    [DataRow("", "0001", "1", (FiscalError)(-112101))]
    [DataRow("x", "0001", "1", (FiscalError)(-112101))]
    [DataRow("1.0", "0001", "1", (FiscalError)(-112101))]
    [DataRow("1", "0001", "", (FiscalError)(-112103))]
    [DataRow("1", "0001", "x", (FiscalError)(-112103))]
    [DataRow("1", "0001", "0", (FiscalError)(-112203))]
    [DataRow("1", "0001", "100000", (FiscalError)(-112203))]
    public void Wrong_operator_password_or_till(string number, string password, string till, FiscalError error)
    {
        var register = TestRegister.Fiscalised();
        register.Refused(error, 48, $"{number}\t{password}\t{till}\t\t\t");
        Assert.IsFalse(register.Register.Receipts.Receipt.IsOpen);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 25 (2)")]
    [DataRow("9999999.99", "1", "9999999.99")]
    [DataRow("999.99", "2", "2 X 999.99   1999.98")]
    [DataRow("99.99", "12.345", "1234.38")]
    [DataRow("12345.67", "100", "1234567.00")]
    public void The_display_shows_no_amount_in_part(string price, string quantity, string lower)
    {
        var register = ReceiptSteps.Opened();
        register.Sell(price, quantity);
        register.Machine.RunToRest();
        Assert.AreEqual(lower.PadLeft(20), register.Hardware.Display.Lower);
    }
}
