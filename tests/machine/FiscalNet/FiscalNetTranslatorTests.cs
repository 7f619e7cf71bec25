using System.Text;
using Nf.Emulator.FiscalNet;

namespace Nf.Tests.Machine.FiscalNet;

[TestClass]
public sealed class FiscalNetTranslatorTests
{
    private const string Open = "48 1|0001|1||| @1";

    [TestMethod]
    public void AReceiptIsOpenedSoldPaidAndClosed()
    {
        Expect(
            "S^Pâine^550^1500^KG^2^3\nP^1^\n",
            Open, "49 Pâine|2|5.50|1.500|||3|KG| @1", "53 0|| @2", "56  @2");
    }

    [TestMethod]
    [DataRow("MP^1050", "1|10.50")]
    [DataRow("DP^1", "2|0.01")]
    [DataRow("MV^5", "3|0.05")]
    [DataRow("DV^250", "4|2.50")]
    public void WhatChangesAnItemGoesWithItsSale(string line, string fields)
    {
        Expect(
            $"S^Apă^300^1000^BUC^1^1\n{line}\nP^1^",
            Open, $"49 Apă|1|3.00|1.000|{fields}|1|BUC| @1", "53 0|| @3", "56  @3");
    }

    [TestMethod]
    public void TheBuyersCodeOpensTheReceiptWhereverItStands()
    {
        Expect(
            "S^Apă^300^1000^BUC^1^1\nCF^RO12345678\nDP^1000\nP^1^",
            "48 1|0001|1|I|RO12345678| @1", "49 Apă|1|3.00|1.000|2|10.00|1|BUC| @1", "53 0|| @4", "56  @4");
    }

    [TestMethod]
    public void AVoidRepeatsTheLastItemWithItsDiscountAndANegativePrice()
    {
        Expect(
            "S^a^100^1000^BUC^1^1\nS^b^200^2000^L^2^1\nDV^50\nVS^\nVS^\nS^c^1^1^KG^3^1\nP^2^",
            Open,
            "49 a|1|1.00|1.000|||1|BUC| @1",
            "49 b|2|2.00|2.000|4|0.50|1|L| @2",
            "49 b|2|-2.00|2.000|4|0.50|1|L| @4",
            "49 a|1|-1.00|1.000|||1|BUC| @5",
            "49 c|3|0.01|0.001|||1|KG| @6",
            "53 1|| @7",
            "56  @7");
    }

    [TestMethod]
    public void SubtotalTextAndSeveralPayments()
    {
        Expect(
            "S^a^10000^1000^BUC^1^1\nST^\nDP^500\nST^\nTL^Vă mulțumim\nP^4^2000\nP^1^\n",
            Open,
            "49 a|1|100.00|1.000|||1|BUC| @1",
            "51 1|0|2|5.00| @2",
            "51 1|0||| @4",
            "54 Vă mulțumim|||||| @5",
            "53 3|20.00| @6",
            "53 0|| @7",
            "56  @7");
    }

    [TestMethod]
    [DataRow(1, 0)]
    [DataRow(2, 1)]
    [DataRow(3, 2)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 5)]
    [DataRow(7, 6)]
    [DataRow(8, 8)]
    public void EachPaymentTypeHasItsMode(int type, int mode)
    {
        var commands = Translate($"S^a^1^1000^BUC^1^1\nP^{type}^1");
        Assert.AreEqual($"53 {mode}|0.01| @2", commands[2]);
    }

    [TestMethod]
    public void ACancelledReceiptIsNotClosed()
    {
        Expect("S^a^1^1000^BUC^1^1\nVB^", Open, "49 a|1|0.01|1.000|||1|BUC| @1", "60  @2");
        Expect("S^a^1^1000^BUC^1^1\nP^1^1\nVB^", Open, "49 a|1|0.01|1.000|||1|BUC| @1", "53 0|0.01| @2", "60  @3");
    }

    [TestMethod]
    public void CancelAloneCancelsWhatIsOpen() => Expect("VB^", "60  @1");

    [TestMethod]
    [DataRow("X^", "69 X| @1")]
    [DataRow("Z^", "69 Z| @1")]
    [DataRow("I^20000", "70 0|200.00| @1")]
    [DataRow("O^5", "70 1|0.05| @1")]
    public void ACommandIsOneCommand(string line, string command) => Expect(line, command);

    [TestMethod]
    public void AMoveOfTheClockSendsNothing() => Expect("@2026-11-16 07:00:00");

    [TestMethod]
    [DataRow("S^a^1^1000^BUC^1^1\nTL^x", 2, "the receipt has no payment (P^) and is not cancelled (VB^)")]
    [DataRow("P^1^\nS^a^1^1000^BUC^1^1", 2, "'S^a^1^1000^BUC^1^1' after the receipt's end; leave a blank line before the next receipt")]
    [DataRow("S^a^1^1000^BUC^1^1\nVB^\nP^1^", 3, "'P^1^' after the receipt's end; leave a blank line before the next receipt")]
    [DataRow("S^a^1^1000^BUC^1^1\nDP^1\nDV^1\nP^1^", 3, "a second discount or surcharge on the same item or subtotal")]
    [DataRow("DP^1\nP^1^", 1, "a discount or surcharge must directly follow an item (S^) or a subtotal (ST^)")]
    [DataRow("S^a^1^1000^BUC^1^1\nTL^x\nDV^1\nP^1^", 3, "a discount or surcharge must directly follow an item (S^) or a subtotal (ST^)")]
    [DataRow("S^a^1^1000^BUC^1^1\nVS^\nVS^\nP^1^", 3, "no item is left to take back")]
    [DataRow("CF^1\nS^a^1^1000^BUC^1^1\nCF^2\nP^1^", 3, "a second buyer's code in one receipt")]
    [DataRow("CF^1", 1, "the receipt has no payment (P^) and is not cancelled (VB^)")]
    public void LinesThatMakeNoReceiptAreRefusedWithTheirPlace(string text, int line, string problem)
    {
        var error = Assert.ThrowsExactly<FiscalNetException>(() => Translate(text));
        Assert.AreEqual($"r.txt:{line}: {problem}", error.Message);
        Assert.AreEqual(line, error.At.Number);
        Assert.AreEqual(problem, error.Problem);
    }

    [TestMethod]
    public void AnswersSayAcceptedOrRefused()
    {
        Assert.AreEqual("BONOK=1 NRBON=17", FiscalNetAnswer.Format(17));
        Assert.AreEqual("BONOK=0 EROARE=-111015 Plată greșită", FiscalNetAnswer.Format(-111015, "Plată greșită"));
    }

    private static void Expect(string text, params string[] commands) =>
        Assert.AreEqual(string.Join('\n', commands), string.Join('\n', Translate(text)));

    // Each command as "number data @line", its tabs drawn as bars.
    private static List<string> Translate(string text) =>
    [
        .. FiscalNetReader.Read("r.txt", Encoding.UTF8.GetBytes(text))
            .SelectMany(FiscalNetTranslator.Translate)
            .Select(command => $"{command.Number} {command.Data.Replace('\t', '|')} @{command.Source.Number}"),
    ];
}
