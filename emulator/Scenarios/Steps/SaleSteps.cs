using System.Globalization;
using Nf.Emulator.Host;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>What is said about sales, as fields of the host protocol's commands.</summary>
internal static class SaleSteps
{
    private const string FirstPassword = "0001";
    private const string Till = "1";

    private static readonly Dictionary<string, string> s_modes = new()
    {
        ["cash"] = "0",
        ["card"] = "1",
        ["credit"] = "2",
        ["meal tickets"] = "3",
        ["value tickets"] = "4",
        ["voucher"] = "5",
        ["modern means"] = "6",
        ["other"] = "8",
    };

    /// <summary>48: a receipt with a buyer's code is opened as an invoice.</summary>
    public static string[] Open(StoryNode said) => [said.Or("operator", "1"), said.Or("password", FirstPassword), Till,
        said["buyer"] is null ? "" : "I", said.Or("buyer", ""), "", said.Or("key", "")];

    /// <summary>49.</summary>
    public static string[] Sell(StoryNode said) => Line(said, "");

    /// <summary>49 with a negative price.</summary>
    public static string[] TakeBack(StoryNode said) => Line(said, "-");

    /// <summary>51, printed.</summary>
    public static string[] Subtotal(StoryNode said) => ["1", "0", .. Change(said)];

    /// <summary>53; without an amount what is due.</summary>
    public static string[] Pay(StoryNode said) => [s_modes[said.Or("by", "cash")], said.Or("amount", "")];

    /// <summary>D and what is due, or R and the change.</summary>
    public static void CheckPayment(StoryNode said, DatecsReply reply)
    {
        var got = $"{(reply.Fields[0] == "R" ? "change" : "due")} {reply.Fields[1]}";
        foreach (var word in new[] { "change", "due" })
        {
            if (said[word] is { } wanted && got != $"{word} {wanted.Text}") throw new StoryFailure(wanted.Place, $"{word} {wanted.Text}", got);
        }
    }

    private static string[] Line(StoryNode said, string sign)
    {
        var quantity = decimal.Parse(said.Or("quantity", "1"), CultureInfo.InvariantCulture).ToString("0.000", CultureInfo.InvariantCulture);
        var group = said["group"]!.Text[0] - 'A' + 1;
        return [said["article"]!.Text, group.ToString(CultureInfo.InvariantCulture), sign + said["price"]!.Text, quantity,
            .. Change(said), said.Or("department", "1"), said.Or("unit", "BUC")];
    }

    // Kinds of command 49: 1 surcharge and 2 discount in percent, 3 and 4 the same as sums.
    private static string[] Change(StoryNode said)
    {
        var down = said["discount"];
        if (down is not null && said["surcharge"] is { } up) throw StoryYaml.Wrong(up.Place, "either discount or surcharge");
        if ((down ?? said["surcharge"]) is not { } change) return ["", ""];
        var percent = change.Text.EndsWith('%');
        var kind = (percent ? 1 : 3) + (down is null ? 0 : 1);
        return [kind.ToString(CultureInfo.InvariantCulture), change.Text.TrimEnd('%', ' ')];
    }
}
