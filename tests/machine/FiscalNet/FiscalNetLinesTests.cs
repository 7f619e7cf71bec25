using System.Text;
using Nf.Emulator.FiscalNet;

namespace Nf.Tests.Machine.FiscalNet;

[TestClass]
public sealed class FiscalNetLinesTests
{
    [TestMethod]
    [DataRow("S^Pâine albă^550^1500^KG^2^3")]
    [DataRow("S^Șnur^0^1^BUC^5^0")]
    [DataRow("CF^RO12345678")]
    [DataRow("DP^1000")]
    [DataRow("DV^250")]
    [DataRow("MP^9999")]
    [DataRow("MV^1")]
    [DataRow("ST^")]
    [DataRow("TL^Vă mulțumim!")]
    [DataRow("TL^a^b^")]
    [DataRow("VS^")]
    [DataRow("P^1^")]
    [DataRow("P^8^999999999")]
    [DataRow("VB^")]
    [DataRow("X^")]
    [DataRow("Z^")]
    [DataRow("I^20000")]
    [DataRow("O^150000")]
    [DataRow("@2026-11-16 07:00:00")]
    public void EachLineIsReadAndPrintedAsItWas(string line)
    {
        Assert.AreEqual(line, Only(line).ToString());
    }

    [TestMethod]
    [DataRow("ST", "ST^")]
    [DataRow("P^2", "P^2^")]
    [DataRow("I^100^", "I^100")]
    [DataRow("S^Apă^300^1000^BUC^1^1^", "S^Apă^300^1000^BUC^1^1")]
    [DataRow("Z^  \r", "Z^")]
    public void ALastCaretAndBlanksAtTheEndSayNothing(string line, string same)
    {
        Assert.AreEqual(same, Only(line).ToString());
    }

    [TestMethod]
    [DataRow("Q^1", "unknown line 'Q^'; expected one of S CF DP DV MP MV ST TL VS P VB X Z I O, # or @")]
    [DataRow("s^Apă^300^1000^BUC^1^1", "unknown line 's^'; expected one of S CF DP DV MP MV ST TL VS P VB X Z I O, # or @")]
    [DataRow("S^Apă^300^1000^BUC^1", "5 values after S^; expected S^name^bani^thousandths^unit^group^department")]
    [DataRow("S^Apă^300^1000^BUC^1^1^1", "7 values after S^; expected S^name^bani^thousandths^unit^group^department")]
    [DataRow("S^ ^300^1000^BUC^1^1", "the name is missing")]
    [DataRow("S^Apă^300^1000^^1^1", "the unit is missing")]
    [DataRow("S^Apă^3.00^1000^BUC^1^1", "the price '3.00' is not a whole number")]
    [DataRow("S^Apă^-300^1000^BUC^1^1", "the price '-300' is not a whole number")]
    [DataRow("S^Apă^1000000000^1000^BUC^1^1", "the price 1000000000 is not from 0 to 999999999")]
    [DataRow("S^Apă^300^0^BUC^1^1", "the quantity 0 is not from 1 to 999999999")]
    [DataRow("S^Apă^300^1000^BUC^8^1", "the VAT group 8 is not from 1 to 7")]
    [DataRow("S^Apă^300^1000^BUC^1^100", "the department 100 is not from 0 to 99")]
    [DataRow("CF^", "0 values after CF^; expected CF^code")]
    [DataRow("CF^ ^", "the buyer's code is missing")]
    [DataRow("DP^0", "the percentage 0 is not from 1 to 9999")]
    [DataRow("MP^10000", "the percentage 10000 is not from 1 to 9999")]
    [DataRow("DV^", "0 values after DV^; expected DV^bani")]
    [DataRow("MV^x", "the amount 'x' is not a whole number")]
    [DataRow("ST^1", "1 values after ST^; expected ST^")]
    [DataRow("P^", "0 values after P^; expected P^type^bani or P^type^")]
    [DataRow("P^9", "the payment type 9 is not from 1 to 8")]
    [DataRow("P^1^0", "the amount 0 is not from 1 to 999999999")]
    [DataRow("I^0", "the amount 0 is not from 1 to 999999999")]
    [DataRow("TL^a\tb", "a control character (a tab, for instance) in the line")]
    [DataRow("@2026-11-16", "'2026-11-16' is not a time; expected @yyyy-MM-dd HH:mm:ss")]
    [DataRow("@2026-02-29 00:00:00", "'2026-02-29 00:00:00' is not a time; expected @yyyy-MM-dd HH:mm:ss")]
    public void AWrongLineIsNamedWithItsPlaceAndWhatIsWrong(string line, string problem)
    {
        var error = Assert.ThrowsExactly<FiscalNetException>(() => Read("# story\n\n" + line + "\n"));
        Assert.AreEqual("day.txt:3: " + problem, error.Message);
    }

    [TestMethod]
    public void InvalidUtf8IsNamedWithItsLine()
    {
        byte[] content = [.. "X^\nTL^ș\n"u8, .. "TL^"u8, 0xBA, (byte)'\n'];
        var error = Assert.ThrowsExactly<FiscalNetException>(() => FiscalNetReader.Read("latin2.txt", content));
        Assert.AreEqual("latin2.txt:3: not valid UTF-8", error.Message);
    }

    [TestMethod]
    public void AByteOrderMarkIsNoPartOfTheFirstLine()
    {
        byte[] content = [.. Encoding.UTF8.Preamble, .. "X^"u8];
        Assert.AreEqual(1, FiscalNetReader.Read("bom.txt", content).Count);
    }

    private static IReadOnlyList<FiscalNetDocument> Read(string text) =>
        FiscalNetReader.Read("day.txt", Encoding.UTF8.GetBytes(text));

    private static FiscalNetLine Only(string line) => Read(line).Single() switch
    {
        FiscalNetDocument.Receipt receipt => receipt.Lines.Single(),
        FiscalNetDocument.Command command => command.Line,
        FiscalNetDocument.ClockMove move => move.Line,
        _ => throw new AssertFailedException("a document of an unknown kind"),
    };
}
