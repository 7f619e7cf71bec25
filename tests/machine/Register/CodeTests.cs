using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>Command 84: bar codes and QR codes in documents.</summary>
[TestClass]
public sealed class CodeTests
{
    [TestMethod]
    [DataRow("1\t40170725\t", "EAN-8 40170725", "40170725")]
    [DataRow("2\t8410376017113\t", "EAN-13 8410376017113", "8410376017113")]
    [DataRow("3\tComanda-4711\t", "CODE 128 Comanda-4711", "Comanda-4711")]
    [DataRow("3\tabc\t", "CODE 128 abc", "abc")]
    [DataRow("3\t1234567890123456789\t", "CODE 128 1234567890123456789", "1234567890123456789")]
    public void A_bar_code_is_on_paper_and_its_characters_are_on_paper_and_in_the_journal(string data, string code, string text)
    {
        foreach (var register in Documents(r => r.Do(84, data)))
        {
            var at = register.Roll.Lines.ToList().FindIndex(line => line.Barcode == code);
            Assert.IsTrue(at >= 0, $"no {code} on paper");
            Assert.AreEqual(text, register.Roll.Lines[at + 1].Text.Trim());
            Assert.AreEqual(1, register.Journal(1).Split('\n').Count(line => line.Trim() == text));
            Assert.AreEqual(0, register.Hardware.Printer.Messages.Count, "what the printer did not take");
        }
    }

    [TestMethod]
    [DataRow("https://example.com/?masa=7&nr=4711", "4")]
    [DataRow("Înghețată și țuică", "")]
    [DataRow("x", "10")]
    public void A_QR_code_is_on_paper_alone(string text, string dots)
    {
        foreach (var register in Documents(r => r.Do(84, $"4\t{text}\t{dots}\t")))
        {
            Assert.AreEqual(1, register.Roll.Lines.Count(line => line.QrPayload == text));
            Assert.IsFalse(register.Journal(1).Contains(text + "\n"));
            Assert.AreEqual(0, register.Hardware.Printer.Messages.Count);
        }
    }

    [TestMethod]
    public void A_QR_code_takes_160_bytes_of_UTF_8()
    {
        foreach (var register in Documents(r =>
        {
            r.Do(84, $"4\t{new string('a', 160)}\t");
            r.Do(84, $"4\t{new string('ș', 80)}\t");
            r.Refused(FiscalErrors.Value(2), 84, $"4\t{new string('ș', 81)}\t");
            r.Refused(FiscalErrors.Syntax(2), 84, $"4\t{new string('a', 161)}\t");
        })) Assert.IsTrue(register.Roll.Lines.Any(line => line.QrPayload == new string('ș', 80)));
    }

    [TestMethod]
    [DataRow("1\t40170726\t", -112202)]
    [DataRow("1\t4017072\t", -112202)]
    [DataRow("1\t4017072A\t", -112202)]
    [DataRow("2\t8410376017114\t", -112202)]
    [DataRow("2\t841037601711\t", -112202)]
    [DataRow("3\tab\t", -112202)]
    [DataRow("3\t12345678901234567890\t", -112202)]
    [DataRow("3\tțară\t", -112202)]
    [DataRow("4\t\t", -112102)]
    [DataRow("5\t1234\t", -112201)]
    [DataRow("0\t1234\t", -112201)]
    [DataRow("x\t1234\t", -112101)]
    [DataRow("4\tabc\t2\t", -112203)]
    [DataRow("4\tabc\t11\t", -112203)]
    [DataRow("4\tabc\tx\t", -112103)]
    [DataRow("", -112101)]
    public void A_code_that_no_printer_would_print_is_refused(string data, int error)
    {
        foreach (var register in Documents(r => r.Refused((FiscalError)error, 84, data)))
            Assert.AreEqual(0, register.Hardware.Printer.Messages.Count);
    }

    [TestMethod]
    [DataRow(84, "2\t8410376017113\t")]
    [DataRow(92, "1\t")]
    [DataRow(54, "Text\t")]
    public void Not_after_payment_has_begun(int command, string data)
    {
        var register = ReceiptSteps.Opened();
        register.Sell("2.00");
        register.Do(53, "0\t1.00\t");
        register.Refused(FiscalError.PaymentBegun, command, data);
    }

    [TestMethod]
    [DataRow("1\t", "------------------------------------------")]
    [DataRow("2\t", "- - - - - - - - - - - - - - - - - - - - -")]
    [DataRow("3\t", "==========================================")]
    public void A_separator_is_as_wide_as_the_paper(string data, string expected)
    {
        foreach (var register in Documents(r => r.Do(92, data)))
            Assert.IsTrue(register.Roll.Lines.Any(line => line.Text.TrimEnd() == expected));
    }

    // A non-fiscal document and a receipt with the same in it, each on a register of its own.
    private static IEnumerable<TestRegister> Documents(Action<TestRegister> fill)
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        fill(register);
        register.Do(39);
        register.Machine.RunToRest();
        yield return register;
        register = ReceiptSteps.Opened();
        register.Sell("1.00");
        fill(register);
        register.PayAndClose().Has("BON FISCAL");
        yield return register;
    }
}
