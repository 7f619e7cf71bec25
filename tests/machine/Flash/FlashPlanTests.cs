using Nf.Emulator.Commands;
using Nf.Emulator.Flash;

namespace Nf.Tests.Machine.Flash;

/// <summary>What the flashing tool is told: options that it has, the board's own target, address and runtime.</summary>
[TestClass]
public sealed class FlashPlanTests
{
    public static IEnumerable<object[]> Boards => BoardTable.Boards.Select(board => new object[] { board.Name });

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void EveryArgumentIsOneThatTheToolTakes(string name)
    {
        var calls = Calls(BoardTable.Find(name)!).ToList();
        Assert.HasCount(6, calls);
        foreach (var call in calls) CheckArguments(call);
    }

    [TestMethod]
    [DataRow("esp32-wrover", "ESP32_PSRAM_REV3", "0x1E0000")]
    [DataRow("esp32-s3", "ESP32_S3_OCTAL", "0x1B0000")]
    [DataRow("esp32-ethernet", "ESP32_OLIMEX_WROVER", "0x1E0000")]
    public void TheApplicationGoesToTheBoardsPartition(string name, string target, string address)
    {
        var call = FlashPlan.Changes(new FlashOrder(BoardTable.Find(name)!, "COM5", "nf.bin")).Single();
        Assert.AreEqual($"nanoff --target {target} --serialport COM5 --deploy --image nf.bin --address {address} --reset", call.Line);
    }

    [TestMethod]
    public void OnlyANewBoardIsErased()
    {
        var order = new FlashOrder(BoardTable.Boards[0], "COM5", Runtime: "1.17.0.1");
        Assert.DoesNotContain("--masserase", FlashPlan.Changes(order).Single().Arguments);
        Assert.Contains("--masserase", FlashPlan.Changes(order with { Erase = true }).Single().Arguments);
    }

    [TestMethod]
    [DataRow("1.17.0.12", true)]
    [DataRow("1.16.0.12", false)]
    [DataRow("1.17.0", false)]
    [DataRow("1.17.0.x", false)]
    [DataRow("2.0.0.1", false)]
    [DataRow("", false)]
    public void TheRuntimeIsOneThatTheApplicationWasBuiltFor(string version, bool fits)
    {
        if (fits) FlashCheck.Runtime(BoardTable.Boards[0], version);
        else Assert.ThrowsExactly<InputException>(() => FlashCheck.Runtime(BoardTable.Boards[0], version));
    }

    private static IEnumerable<ToolCall> Calls(FlashBoard board)
    {
        var order = new FlashOrder(board, "/dev/ttyUSB0", "nf.bin", "1.17.0.1", Erase: true, "archive", new DeviceSettings("network.json", "files.json"));
        return FlashPlan.Changes(order).Prepend(FlashPlan.Ask(order)).Append(FlashPlan.Archive(board, "1.17.0.1", "archive"));
    }

    private static void CheckArguments(ToolCall call)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            Assert.IsTrue(ToolOptions.TakesValue.TryGetValue(call.Arguments[i], out var takesValue), $"{call.Line}: the tool has no {call.Arguments[i]}");
            if (takesValue) Assert.IsFalse(call.Arguments[++i].StartsWith("--", StringComparison.Ordinal), $"{call.Line}: {call.Arguments[i - 1]} has no value");
        }
    }
}
