using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

[TestClass]
public sealed class ShowStatusTests
{
    [TestMethod]
    public void Each_group_in_use_is_named_by_what_it_is_for()
    {
        using var folder = new TempFolder();
        NfProcess.Run("play", Path.Combine(AppContext.BaseDirectory, "samples", "corner-shop-day.txt"), "--state", folder["state"]);
        var groups = NfProcess.Run("show", "status", "--state", folder["state"]).Output.Split('\n')
            .Where(line => line.StartsWith("group ", StringComparison.Ordinal)).Select(line => line[18..]).ToArray();
        CollectionAssert.AreEqual(
            new[] { "21 % 0.00, VAT 0.00", "11 % 0.00, VAT 0.00", "9 % 0.00, VAT 0.00", "0 % 0.00, VAT 0.00", "exempt 0.00, VAT 0.00", "other taxes 0.00, VAT 0.00", "exempt 0.00, VAT 0.00" }, groups);
    }

    [TestMethod]
    public void How_the_register_stands_with_ANAF_is_told()
    {
        using var folder = new TempFolder();
        NfProcess.Run("play", Path.Combine(AppContext.BaseDirectory, "samples", "corner-shop-day.txt"), "--state", folder["state"]);
        var text = NfProcess.Run("show", "status", "--state", folder["state"]).Output;
        foreach (var line in new[] { "profile           0", "own certificate   missing", "ANAF certificate  missing", "unsent days       1" })
            StringAssert.Contains(text, line + "\n");
        var json = System.Text.Json.JsonDocument.Parse(NfProcess.Run("show", "status", "--json", "--state", folder["state"]).Output);
        Assert.AreEqual("waiting", json.RootElement.GetProperty("online").GetProperty("activity").GetString());
    }
}
