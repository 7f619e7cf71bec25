namespace Nf.Tests.Machine.Board;

/// <summary>What goes to a board can run there, and the folders depend on each other one way only.</summary>
[TestClass]
public sealed class BoardCodeTests
{
    /// <summary>The rules' names, one test each.</summary>
    public static IEnumerable<object[]> Rules => BoardRules.All.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void HalFirmwareAndBoardsKeepTheRule(string rule)
    {
        var types = BuiltCode.OnBoard.Concat(BuiltCode.Boards).SelectMany(module => module.GetTypes()).ToList();
        Assert.IsGreaterThan(10, types.Count, "types inspected");
        Findings.ShouldBeNone(types.SelectMany(BoardRules.All[rule]));
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void TheVirtualBoardKeepsTheRule(string rule)
    {
        var types = BuiltCode.Virtual.GetTypes().Where(type => type.Namespace.StartsWith("Nf.Boards.", StringComparison.Ordinal)).ToList();
        Assert.IsGreaterThan(10, types.Count, "types inspected");
        Findings.ShouldBeNone(types.SelectMany(BoardRules.All[rule]));
    }

    [TestMethod]
    public void HalKnowsNothingButTheRuntime() => Findings.ShouldBeNone(BoardRules.References(BuiltCode.Hal, "mscorlib"));

    [TestMethod]
    public void FirmwareKnowsNothingButTheRuntimeAndHal() =>
        Findings.ShouldBeNone(BoardRules.References(BuiltCode.Firmware, "mscorlib", "Nf.Hal"));

    [TestMethod]
    [DataRow("Nf.Hal.Drivers")]
    [DataRow("Nf.Hal.Buses")]
    public void FirmwareKnowsDevicesOnly(string space) =>
        Findings.ShouldBeNone(BuiltCode.Firmware.GetTypes().SelectMany(type => BoardRules.Namespace(type, space)));

    [TestMethod]
    public void ModelsOfPeripheralsKnowNoFirmware()
    {
        var models = BuiltCode.Emulator.GetTypes()
            .Where(type => type.FullName.StartsWith("Nf.Emulator.Peripherals.", StringComparison.Ordinal)).ToList();
        Assert.IsNotEmpty(models, "no type in Nf.Emulator.Peripherals: has the folder another name now?");
        Findings.ShouldBeNone(models.SelectMany(type => BoardRules.Namespace(type, "Nf.Firmware")));
    }
}
