using System.Text.RegularExpressions;
using Nf.Emulator.Host;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>A receipt's commands as short words, and the paper as text that is easy to compare.</summary>
internal static partial class ReceiptSteps
{
    /// <summary>VAT groups of the demo shop, as command 49 numbers them.</summary>
    public const int Standard21 = 1, Reduced11 = 2, Reduced9 = 3, Zero = 4, Exempt = 5;

    public static TestRegister Open(this TestRegister register)
    {
        register.Do(48, "1\t0001\t1\t\t\t");
        return register;
    }

    public static TestRegister Opened() => TestRegister.Fiscalised().Open();

    /// <summary>DATA of command 49.</summary>
    public static string Line(string price, string quantity = "", int group = Standard21, string kind = "", string value = "", string name = "Articol") =>
        $"{name}\t{group}\t{price}\t{quantity}\t{kind}\t{value}\t1\tBUC\t";

    public static DatecsReply Sell(this TestRegister register, string price, string quantity = "", int group = Standard21, string kind = "",
        string value = "", string name = "Articol") => register.Do(49, Line(price, quantity, group, kind, value, name));

    /// <summary>The open receipt comes to this, in lei, as a subtotal tells.</summary>
    public static void HasTotal(this TestRegister register, string lei) => Assert.AreEqual(lei, register.Do(51, "0\t0\t\t\t").Fields[1], "subtotal");

    /// <summary>Pays what is due in cash, issues the receipt, and lets everything be printed.</summary>
    public static string[] PayAndClose(this TestRegister register)
    {
        register.Do(53, "0\t\t");
        return register.Close();
    }

    /// <summary>Issues a paid receipt; gives its paper.</summary>
    public static string[] Close(this TestRegister register)
    {
        register.Do(56);
        register.Machine.RunToRest();
        return register.LastDocument();
    }

    /// <summary>A receipt of one line.</summary>
    public static string[] Receipt(this TestRegister register, string price = "1.00", int group = Standard21)
    {
        register.Open().Sell(price, group: group);
        return register.PayAndClose();
    }

    /// <summary>The day is closed; gives the Z report's paper.</summary>
    public static string[] CloseDay(this TestRegister register)
    {
        register.Do(69, "Z\t");
        register.Machine.RunToRest();
        return register.LastDocument();
    }

    /// <summary>Lines of the document printed last, without its cut, blanks in a row as one.</summary>
    public static string[] LastDocument(this TestRegister register)
    {
        var lines = register.Paper;
        Assert.IsTrue(lines.Length > 0 && lines[^1].Contains('✂'), "the paper ends with a cut");
        var start = Array.FindLastIndex(lines, lines.Length - 2, line => line.Contains('✂')) + 1;
        return [.. lines[start..^1].Select(Squeeze)];
    }

    /// <summary>A line of this text is in the document.</summary>
    public static void Has(this string[] document, string line) =>
        Assert.IsTrue(document.Contains(line), $"no line \"{line}\" in\n{string.Join('\n', document)}");

    public static void HasNot(this string[] document, string part) =>
        Assert.IsFalse(document.Any(line => line.Contains(part)), $"\"{part}\" in\n{string.Join('\n', document)}");

    /// <summary>These lines are in the document in this order, others may stand between.</summary>
    public static void HasInOrder(this string[] document, params string[] lines)
    {
        var at = 0;
        foreach (var line in lines)
        {
            at = Array.IndexOf(document, line, at) + 1;
            Assert.IsTrue(at > 0, $"no line \"{line}\" in this place of\n{string.Join('\n', document)}");
        }
    }

    private static string Squeeze(string line) => Blanks().Replace(line.Trim(), " ");

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
